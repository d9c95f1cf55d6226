"""Writes the vectors that the daybook's own arithmetic is compared with, or checks them (--check)."""

import json
import sys
from pathlib import Path

import holidays

import due
import meetings

HERE = Path(__file__).parent


def bank_holidays():
    """Those on a weekday: one that falls on a weekend is given as its substitute day too."""
    days = holidays.country_holidays("GB", subdiv="ENG", years=range(2020, 2036))
    return {day.isoformat(): name for day, name in sorted(days.items()) if day.weekday() < 5}


def main():
    calendar, expanded = meetings.vectors()
    vectors = {
        "bank_holidays.json": text(bank_holidays()),
        "occurrences.json": text(due.reckon()),
        "meetings.ics": calendar,
        "meetings.json": text(expanded),
    }
    stale = []
    for name, content in vectors.items():
        path = HERE / name
        if "--check" not in sys.argv:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            stale.append(name)
    stale += meetings.faults(HERE / "written.ics")
    if stale:
        sys.exit("Not as reckoned: " + ", ".join(stale))


def text(value):
    """An object with each item of its lists on a line of its own, so that a change is seen as a line."""
    short = lambda item: json.dumps(item, ensure_ascii=False)
    listed = lambda items: "[\n" + ",\n".join("  " + short(item) for item in items) + "\n ]"
    pairs = [f" {short(key)}: {listed(item) if isinstance(item, list) else short(item)}" for key, item in value.items()]
    return ("{\n" + ",\n".join(pairs) + "\n}\n").encode()


if __name__ == "__main__":
    main()
