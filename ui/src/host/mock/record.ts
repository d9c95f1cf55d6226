// The rest of a child's record, kept while the page is open.
import type { Answers } from "../mock";
import type { Changed, Fault, Flag, Intervention, Noun, PlanView, ProvisionView, Series } from "../types";
import { KINDS, firstPlan, planOf } from "./record/plans";
import { STORY, firstDocuments, firstProfile, firstProvision, firstResults, map, provisionOf } from "./record/rest";

export function answers(): Answers {
  const flags: Flag[] = [{ id: 1, name: "Forces family", retired: false }];
  let kinds = [...KINDS];
  let plans: PlanView[] = [firstPlan()];
  let provisions: ProvisionView[] = [firstProvision()];
  let interventions: Intervention[] = [{ id: 1, name: "Language group", area: "communication", retired: false }];
  let results = firstResults();
  let documents = firstDocuments();
  const profiles = { 1: firstProfile() } as Record<number, ReturnType<typeof firstProfile>>;
  const blank = { admire: "", important: "", support: "", hopes: "", works: "", avoid: "", ask: "", agreed_on: null };
  let next = 10;
  const plan = (id: number) => plans.find((one) => one.id === id)!;
  return {
    flags: () => structuredClone(flags),
    flag_save: ({ flag, details }) => {
      if (!details.name.trim()) throw fault("flag.no_name", "A flag needs a name. Nothing was changed.", "name");
      if (flags.some((one) => one.id !== flag && one.name.toLowerCase() === details.name.trim().toLowerCase()))
        throw fault("flag.twice", "There is a flag of that name already. Nothing was changed; use that one, or choose another name.", "name");
      const id = flag ?? flags.length + 1;
      const kept = { id, ...details, name: details.name.trim() };
      if (flag === null) flags.push(kept);
      else flags.splice(flags.findIndex((one) => one.id === flag), 1, kept);
      return changed(id, flag === null ? "Flag added" : "Flag changed");
    },
    plan_kinds: () => structuredClone(kinds),
    plan_kind_save: ({ kind, details: { name, review_weeks, retired } }) => {
      const own = kind ?? ++next;
      const kept = { key: `own-${own}`, label: name, review_weeks, most_weeks: null, source: "the school", own, offered: !retired };
      kinds = [...kinds.filter((one) => one.own !== own), kept];
      return changed(own, "Add a kind of plan", "plan");
    },
    plans: ({ pupil }) => structuredClone(plans.filter((one) => one.pupil === pupil)),
    plan_add: ({ pupil, form }) => {
      check(form.cycle.from, form.cycle.review_on);
      plans.unshift(planOf(++next, pupil, form));
      return changed(next, "Begin a plan of C-0001", "plan");
    },
    plan_save: ({ plan: id, form }) => {
      check(form.cycle.from, form.cycle.review_on);
      const kept = plan(id);
      Object.assign(kept, { kind: form.kind, title: form.title });
      Object.assign(kept.cycles[0]!, structuredClone(form.cycle));
      return changed(null, "Change a plan of C-0001", "plan");
    },
    plan_review: ({ plan: id, review }) => {
      const [open] = plan(id).cycles;
      const unsaid = review.outcomes.findIndex((one) => one.progress === "");
      if (unsaid >= 0) throw fault("review.progress", "Say of each outcome how far it came: no progress yet, some, or met. Nothing was changed.", `outcomes.${unsaid}.progress`);
      Object.assign(open!, { reviewed_on: review.reviewed_on, review: review.review });
      if (review.next.then === "goes") {
        const on = { reviewed_on: null, review: "", from: review.reviewed_on, review_on: review.next.review_on ?? review.reviewed_on };
        plan(id).cycles.unshift({ ...structuredClone(open!), ...on, id: ++next, number: open!.number + 1 });
      } else Object.assign(plan(id), { to: review.reviewed_on, why_ended: review.next.why });
      return changed(null, "Review a plan of C-0001", "plan");
    },
    plan_reopen: ({ plan: id, why }) => {
      if (!why.trim()) throw fault("plan.no_reason", "Say why the review is opened again: it stays in the history. Nothing was changed.", "why");
      const kept = plan(id);
      const at = kept.cycles.findIndex((cycle) => cycle.reviewed_on !== null);
      kept.cycles = kept.cycles.slice(at);
      Object.assign(kept, { to: null, why_ended: "" });
      Object.assign(kept.cycles[0]!, { reviewed_on: null, review: why });
      return changed(null, "Open the review of a plan of C-0001 again", "plan");
    },
    plan_end: ({ plan: id, on, why }) => {
      Object.assign(plan(id), { to: on, why_ended: why });
      return changed(null, "End a plan of C-0001", "plan");
    },
    plan_remove: ({ plan: id }) => {
      plans = plans.filter((one) => one.id !== id);
      return changed(null, "Remove a plan of C-0001", "plan");
    },
    interventions: () => structuredClone(interventions),
    intervention_save: ({ intervention, details }) => {
      interventions = interventions.map((one) => (one.id === intervention ? { id: intervention, ...details } : one));
      return changed(null, "Change an intervention", "provision");
    },
    provisions: ({ pupil }) => structuredClone(provisions.filter((one) => one.pupil === pupil)),
    provision_add: ({ pupil, details }) => {
      if (!details.intervention.trim()) throw fault("intervention.no_name", "An intervention needs a name. Nothing was changed.", "intervention");
      provisions.unshift(provisionOf(++next, pupil, structuredClone(details)));
      return changed(next, "Begin provision for C-0001", "provision");
    },
    provision_save: ({ provision, details }) => {
      provisions = provisions.map((one) => (one.id === provision ? provisionOf(one.id, one.pupil, structuredClone(details)) : one));
      return changed(null, "Change the provision of C-0001", "provision");
    },
    provision_end: ({ provision, on, exit, impact }) => {
      provisions = provisions.map((one) => (one.id === provision ? { ...one, to: on, exit, impact, running: "ended" } : one));
      return changed(null, "End provision for C-0001", "provision");
    },
    provision_remove: ({ provision }) => {
      provisions = provisions.filter((one) => one.id !== provision);
      return changed(null, "Remove provision from the record of C-0001", "provision");
    },
    provision_map: ({ by }) => map(by),
    profile: ({ pupil }) => structuredClone(profiles[pupil] ?? blank),
    profile_save: ({ pupil, profile }) => {
      profiles[pupil] = structuredClone(profile);
      return changed(null, "Change the profile of C-0001");
    },
    assessments: ({ pupil }) => ({ assessments: structuredClone(results.filter((one) => one.pupil === pupil)), series: series(results.filter((one) => one.pupil === pupil)) }),
    assessment_add: ({ pupil, details }) => {
      if (!details.name.trim()) throw fault("assessment.no_name", "Say which test or scale it was. Nothing was changed.", "name");
      results.unshift({ id: ++next, pupil, ...structuredClone(details) });
      return changed(next, "Add a result of C-0001");
    },
    assessment_save: ({ assessment, details }) => {
      results = results.map((one) => (one.id === assessment ? { ...one, ...structuredClone(details) } : one));
      return changed(null, "Change a result of C-0001");
    },
    assessment_remove: ({ assessment }) => {
      results = results.filter((one) => one.id !== assessment);
      return changed(null, "Remove a result of C-0001");
    },
    documents: ({ pupil }) => {
      const own = documents.filter((one) => one.pupil === pupil);
      return { documents: structuredClone(own), most_bytes: 5_000_000, most_files: 50, kept: own.filter((one) => one.link === null).length };
    },
    document_link: ({ pupil, details, link }) => {
      documents.unshift({ id: ++next, pupil, ...details, link, bytes: 0 });
      return changed(next, "Add a document of C-0001");
    },
    document_keep: ({ pupil, details }) => {
      documents.unshift({ id: ++next, pupil, ...details, link: null, bytes: 12_000 });
      return changed(next, "Add a document of C-0001");
    },
    document_save: ({ document, details }) => {
      documents = documents.map((one) => (one.id === document ? { ...one, ...details } : one));
      return changed(null, "Change a document of C-0001");
    },
    document_save_as: ({ path }) => ({ path, bytes: 184_320 }),
    document_remove: ({ document }) => {
      documents = documents.filter((one) => one.id !== document);
      return changed(null, "Remove a document of C-0001");
    },
    timeline: ({ pupil }) => (pupil === 1 ? STORY : []),
  };
}

function series(results: ReturnType<typeof firstResults>): Series[] {
  const points = results.map(({ date, score }) => ({ date, hundredths: Math.round(Number(score) * 100) })).reverse();
  return points.length ? [{ name: results[0]!.name, scale: results[0]!.scale, points }] : [];
}

function check(from: string, review_on: string): void {
  if (review_on <= from) throw fault("cycle.review_on", "Each round needs a day to review it by, after its first day and within two years of it. Nothing was changed.", "cycle.review_on");
}

function changed<T>(value: T, undo: string, noun: Noun = "pupil"): Changed<T> {
  return { value, changed: [noun], undo };
}

function fault(code: string, message: string, field: string | null = null): Fault {
  return { code, message, field };
}
