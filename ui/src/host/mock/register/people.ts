// A roll of invented pupils: the same ones every time, with the names that make lists and forms too narrow.
import type { Flags, PupilView } from "../../types";

const SURNAMES = [
  "Adebayo", "Ahmed", "Begum", "Brown", "Cook", "Davies", "Evans-Hughes", "Fernández-López", "Green", "Hall", "Jones", "Kaur", "Kowalczyk",
  "MacLeod", "Müller", "Nguyễn", "Ó Súilleabháin", "O’Brien", "Okafor", "Patel", "Şahin", "Singh", "Thompson", "van der Berg", "Wright", "Ørsted",
];
const FORENAMES = [
  "Oluwaseun", "Amelia", "Tomasz", "Zahra", "Noah", "Siân", "Kofi", "Freya", "Muhammad", "Zoë", "Leo", "Priya", "Mateusz", "Beatrix", "Reuben",
  "Nia", "Łukasz", "Mei", "Ayaan", "Harper",
];
const NEEDS = ["SLCN", "SEMH", "ASD", "SPLD", "MLD", "HI", "PD", "VI", "DS", "OTH"];
const REASONS = ["Speech and language therapy report", "Assess, plan, do, review: two cycles without enough progress", "Raised by the class teacher", ""];
const LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
const NO_FLAGS: Flags = { pupil_premium: false, looked_after: false, social_care: false, eal: false, young_carer: false };

/** A pupil of whom nothing but the identity is known. */
export function blank(id: number): PupilView {
  return {
    id,
    case_code: `C-${String(id).padStart(4, "0")}`,
    surname: "",
    forename: "",
    preferred: "",
    pronunciation: "",
    born: null,
    upn: "",
    admission: "",
    year_override: null,
    class: "",
    flags: { ...NO_FLAGS },
    own_flags: [],
    on_roll_from: null,
    on_roll_to: null,
    note: "",
    statuses: [],
    needs: [],
    notices: [],
  };
}

/** So many pupils of a primary school; about one in eight has a place on the register, and some have left. */
export function roll(count: number): PupilView[] {
  return Array.from({ length: count }, (_, at) => (at === 0 ? longest(1) : person(at + 1)));
}

/** The curriculum year of a date of birth, in the school year 2026. */
export function yearOf(pupil: PupilView): string {
  if (pupil.year_override) return pupil.year_override;
  if (!pupil.born) return "";
  const [year, month] = pupil.born.split("-").map(Number) as [number, number];
  const code = 2026 - year - (month >= 9 ? 1 : 0) - 4;
  return code === 0 ? "R" : code < 0 ? "N2" : String(code);
}

function person(id: number): PupilView {
  const dice = (sides: number, salt: number) => (((id * 2654435761 + salt * 40503) >>> 7) ^ (id * salt * 97)) % sides;
  const pick = <T>(list: readonly T[], salt: number) => list[Math.abs(dice(list.length, salt))]!;
  const months = Math.abs(dice(84, 3));
  const month = ((8 + months) % 12) + 1;
  const year = 2015 + Math.floor((8 + months) / 12);
  const pupil = blank(id);
  pupil.surname = pick(SURNAMES, 5);
  pupil.forename = pick(FORENAMES, 7);
  pupil.born = id % 57 === 0 ? null : `${year}-${String(month).padStart(2, "0")}-${String(1 + Math.abs(dice(28, 11))).padStart(2, "0")}`;
  pupil.upn = `${LETTERS[Math.abs(dice(23, 13))]}8812041${String(20000 + id)}`;
  pupil.admission = String(4000 + id).padStart(6, "0");
  pupil.class = `${yearOf(pupil) || "R"}${"ABC"[id % 3]}`;
  pupil.flags = { ...NO_FLAGS, pupil_premium: id % 4 === 0, eal: id % 6 === 0, looked_after: id % 97 === 0, social_care: id % 41 === 0 };
  if (id === 9) pupil.own_flags = [1];
  pupil.on_roll_from = "2023-09-04";
  if (id % 29 === 0) pupil.on_roll_to = "2026-07-17";
  if (id % 8 === 1) support(pupil, pick(["K", "K", "K", "K", "E", "W"], 17), pick(NEEDS, 19), pick(NEEDS, 23), pick(REASONS, 29));
  return pupil;
}

function support(pupil: PupilView, code: string, first: string, second: string, reason: string): void {
  const from = `202${4 + (pupil.id % 3)}-0${1 + (pupil.id % 6)}-1${pupil.id % 9}`;
  pupil.statuses = [{ id: pupil.id * 10, code, from, to: null, reason }];
  if (code === "E") pupil.statuses.push({ id: pupil.id * 10 + 1, code: "K", from: "2023-10-02", to: from, reason: "" });
  if (code === "W") return;
  pupil.needs = [...new Set([first, second])].map((need, at) => ({ id: pupil.id * 10 + at, code: need, rank: at + 1, from, to: null }));
}

function longest(id: number): PupilView {
  return {
    ...blank(id),
    surname: "Fernández-López",
    forename: "Oluwaseun Maximiliano",
    preferred: "Oluwaseun",
    born: "2018-10-29",
    upn: "B801200005001",
    admission: "004001",
    class: "3 Kingfishers and Woodpeckers",
    flags: { pupil_premium: true, looked_after: true, social_care: true, eal: true, young_carer: true },
    on_roll_from: "2022-09-05",
    note: "Likes to be told first when the day changes. Hearing aids: spare batteries are in the office.",
    statuses: [
      { id: 12, code: "E", from: "2026-03-03", to: null, reason: "Plan finalised; named provision begins after half-term" },
      { id: 11, code: "K", from: "2024-11-04", to: "2026-03-03", reason: "Assess, plan, do, review: two cycles without enough progress" },
      { id: 10, code: "W", from: "2024-05-13", to: "2024-11-04", reason: "Raised by the class teacher" },
    ],
    needs: [
      { id: 11, code: "SLCN", rank: 1, from: "2024-11-04", to: null },
      { id: 12, code: "HI", rank: 2, from: "2025-06-02", to: null },
      { id: 13, code: "SEMH", rank: 3, from: "2026-03-03", to: null },
      { id: 14, code: "MLD", rank: 2, from: "2024-11-04", to: "2025-06-02" },
    ],
  };
}
