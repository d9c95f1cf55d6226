// The details form: a pupil's details apart from the rest of the record, and what has been changed in them. Pure.
import type { PupilView, PupilDetails } from "$host";

/** A form in which nothing has been typed. */
export function blankDetails(): PupilDetails {
  return {
    surname: "",
    forename: "",
    preferred: "",
    pronunciation: "",
    born: null,
    upn: "",
    admission: "",
    year_override: null,
    class: "",
    flags: { pupil_premium: false, looked_after: false, social_care: false, eal: false, young_carer: false },
    own_flags: [],
    on_roll_from: null,
    on_roll_to: null,
    note: "",
  };
}

/** The details of a record, as a copy that may be typed in. */
export function detailsOf(pupil: PupilView): PupilDetails {
  const { surname, forename, preferred, pronunciation, born, upn, admission, year_override, on_roll_from, on_roll_to, note, flags, own_flags } = pupil;
  const whole = { surname, forename, preferred, pronunciation, born, upn, admission, year_override, class: pupil.class, on_roll_from, on_roll_to, note };
  return { ...whole, flags: { ...flags }, own_flags: [...own_flags] };
}

/** The fields in which two forms differ. */
export function changedFields(one: PupilDetails, other: PupilDetails): (keyof PupilDetails)[] {
  const keys = Object.keys(one) as (keyof PupilDetails)[];
  return keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}

/**
 * The form after the record underneath it has changed, as when an operation was undone: what was typed stays, the rest follows the record.
 * `before` is the record the typing began from.
 */
export function rebased(draft: PupilDetails, before: PupilDetails, after: PupilDetails): PupilDetails {
  const typed = changedFields(draft, before);
  return { ...structuredClone(after), ...Object.fromEntries(typed.map((key) => [key, draft[key]])) };
}
