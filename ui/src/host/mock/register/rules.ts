// The codes in force: the rule pack that comes with the core, as the core sends it.
import england from "../../../../../src-tauri/crates/domain/rules/england.json";
import type { NeedCode, RulePack, StatusCode } from "../../types";

const statuses = (england.statuses as Partial<StatusCode>[]).map((status) => ({ from: null, to: null, ...status }));
const needs = (england.needs as Partial<NeedCode>[]).map((need) => ({ from: null, to: null, statuses: [], ...need }));

export const RULES = { ...england, statuses, needs } as unknown as RulePack;
