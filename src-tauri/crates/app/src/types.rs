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
    let gathered = gather();
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

fn gather() -> Gathered {
    let mut gathered = Gathered { config: config(), found: BTreeMap::new(), clashes: Vec::new() };
    commands::visit_types(&mut gathered);
    gathered.visit::<daybook_domain::Fault>();
    gathered
}

struct Gathered {
    config: Config,
    found: BTreeMap<String, (String, String)>,
    /// Names that two different types go by.
    clashes: Vec<String>,
}

impl TypeVisitor for Gathered {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::ident(&self.config);
        if T::output_path().is_some() {
            let declared = (T::docs().unwrap_or_default(), T::decl(&self.config));
            if let Some(known) = self.found.get(&name) {
                if *known != declared {
                    self.clashes.push(name);
                }
                return T::visit_generics(self);
            }
            self.found.insert(name, declared);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_two_types_go_by_one_name() {
        let gathered = super::gather();
        assert!(gathered.found.len() > 60, "the types were gathered");
        assert_eq!(gathered.clashes, Vec::<String>::new());
    }
}
