// The codes in force: the rule pack that comes with the core, as the core sends it.
import england from "../../../../../src-tauri/crates/domain/rules/england.json";
import type { NeedCode, PlanKindCode, RulePack, StatusCode } from "../../types";

const statuses = (england.statuses as Partial<StatusCode>[]).map((status) => ({ from: null, to: null, ...status }));
const needs = (england.needs as Partial<NeedCode>[]).map((need) => ({ from: null, to: null, statuses: [], ...need }));
const plan_kinds = (england.plan_kinds as Partial<PlanKindCode>[]).map((kind) => ({ from: null, to: null, most_weeks: null, ...kind }));

export const RULES = { ...england, statuses, needs, plan_kinds } as unknown as RulePack;
