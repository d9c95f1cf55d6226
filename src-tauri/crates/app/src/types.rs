//! The TypeScript types of every command, generated so that the window and the core cannot drift apart.

use crate::commands;
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// How Rust types are written in TypeScript. Whole numbers are `number`: none of ours passes 2^53.
pub(crate) fn config() -> Config {
    Config::new().with_large_int("number")
}

/// The whole of `ui/src/host/types.ts`.
pub fn typescript() -> String {
    let mut gathered = Gathered { config: config(), found: BTreeMap::new() };
    commands::visit_types(&mut gathered);
    gathered.visit::<daybook_domain::Fault>();
    let mut out =
        String::from("// Generated from the command list of the core by `cargo xtask types`. Do not edit.\n\n");
    for (docs, declaration) in gathered.found.values() {
        out.push_str(docs);
        out.push_str("export ");
        out.push_str(declaration);
        out.push_str("\n\n");
    }
    out.push_str("/** Every command of the core: its argument and its result. */\nexport interface Commands {\n");
    for command in commands::all() {
        out.push_str(&format!(
            "  /** {} */\n  {}: {{ args: {}; result: {} }};\n",
            command.says, command.name, command.args, command.result
        ));
    }
    out.push_str("}\n");
    out
}

struct Gathered {
    config: Config,
    found: BTreeMap<String, (String, String)>,
}

impl TypeVisitor for Gathered {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::ident(&self.config);
        if T::output_path().is_some() {
            if self.found.contains_key(&name) {
                return T::visit_generics(self);
            }
            let docs = T::docs().unwrap_or_default();
            self.found.insert(name, (docs, T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
