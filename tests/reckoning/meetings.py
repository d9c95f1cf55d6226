"""A calendar file as others write them, with its meetings in London time, by icalendar and python-dateutil."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event, Timezone, vRecur

LONDON, PARIS, UTC = ZoneInfo("Europe/London"), ZoneInfo("Europe/Paris"), timezone.utc
FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)

# Title, start, minutes (None: all day), rule, days left out.
EVENTS = [
    ("Staff meeting", datetime(2026, 9, 8, 15, 30, tzinfo=LONDON), 60, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270720T225959Z",
     [datetime(2026, 10, 27, 15, 30, tzinfo=LONDON), datetime(2027, 2, 16, 15, 30, tzinfo=LONDON)]),
    ("Early call, kept in world time", datetime(2026, 9, 3, 7, 15, tzinfo=UTC), 20, "FREQ=WEEKLY;INTERVAL=2;COUNT=24", []),
    ("Partner school in France", datetime(2026, 10, 1, 10, 0, tzinfo=PARIS), 45, "FREQ=MONTHLY;BYDAY=1TH", []),
    ("Leaders; weekly, and often", datetime(2024, 9, 2, 8, 0, tzinfo=LONDON), 45, "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE", []),
    ("Last working day of the month", datetime(2026, 9, 30, 14, 0, tzinfo=LONDON), 30,
     "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", []),
    ("The 31st", datetime(2026, 8, 31, 9, 0, tzinfo=LONDON), 30, "FREQ=MONTHLY;BYMONTHDAY=31", []),
    ("Governors", datetime(2026, 11, 24, 18, 0, tzinfo=LONDON), 120, None, []),
    ("Over midnight", datetime(2026, 12, 31, 23, 30, tzinfo=LONDON), 60, None, []),
    ("Sports day \u2014 the whole school, if it is dry; otherwise in the hall, with Zo\u00eb, \u0141ukasz and everybody else",
     date(2027, 6, 25), None, None, []),
    ("Every day for a fortnight", date(2027, 3, 21), None, "FREQ=DAILY;COUNT=14", []),
    ("The hour that comes twice", datetime(2026, 10, 25, 1, 30, tzinfo=LONDON), 30, None, []),
    ("Sunday mornings", datetime(2027, 3, 14, 8, 0, tzinfo=LONDON), 30, "FREQ=WEEKLY;COUNT=4", []),
]


def vectors():
    calendar = Calendar()
    calendar.add("prodid", "-//A second reckoning//EN")
    calendar.add("version", "2.0")
    expanded = []
    for number, (title, start, minutes, rule, left_out) in enumerate(EVENTS):
        event = Event()
        event.add("uid", f"meeting-{number}@reckoning")
        event.add("dtstamp", datetime(2026, 8, 1, tzinfo=UTC))
        event.add("summary", title)
        event.add("dtstart", start)
        event.add("dtend", start + (timedelta(1) if minutes is None else timedelta(minutes=minutes)))
        if rule:
            event["rrule"] = vRecur.from_ical(rule)
        for day in left_out:
            event.add("exdate", day)
        calendar.add_component(event)
        expanded += occurrences(number, title, start, minutes, rule, left_out)
    gone = Event()
    gone.add("uid", "gone@reckoning")
    gone.add("summary", "Called off")
    gone.add("status", "CANCELLED")
    gone.add("dtstart", datetime(2026, 11, 5, 9, 0, tzinfo=LONDON))
    calendar.add_component(gone)
    # By name, for a set of them would come in another order each time.
    for zone in ("Europe/London", "Europe/Paris"):
        calendar.add_component(Timezone.from_tzid(zone, first_date=date(2024, 1, 1), last_date=date(2028, 1, 1)))
    expanded.sort(key=lambda meeting: (meeting["date"], meeting["start"] or "", meeting["uid"]))
    return calendar.to_ical(), dict(first=FIRST.isoformat(), last=LAST.isoformat(), meetings=expanded)


def occurrences(number, title, start, minutes, rule, left_out):
    """Repeats by the clock on the wall of where it was made, as calendars do, then told in London time."""
    zone = start.tzinfo if isinstance(start, datetime) else None
    local = start.replace(tzinfo=None) if zone else datetime.combine(start, time())
    starts = [local]
    if rule:
        # dateutil takes the end in the clock of the start: 22:59:59 in world time is the last second of a day in July.
        naive = rule.replace("UNTIL=20270720T225959Z", "UNTIL=20270720T235959")
        until = datetime.combine(LAST, time()) + timedelta(2)
        starts = [day for day in rrulestr(naive, dtstart=local).between(datetime(2020, 1, 1), until)]
    skipped = {day.replace(tzinfo=None) for day in left_out}
    found = []
    for each in starts:
        if each in skipped:
            continue
        here = each.replace(tzinfo=zone).astimezone(LONDON) if zone else each
        if FIRST <= here.date() <= LAST:
            found.append(dict(uid=f"meeting-{number}@reckoning", date=here.date().isoformat(),
                              start=here.strftime("%H:%M") if zone else None, minutes=minutes or 0, title=title))
    return found


def faults(path):
    """What is wrong with the file the daybook wrote, in the eyes of another reader."""
    if not path.exists():
        return [f"{path.name} is missing"]
    raw = path.read_bytes()
    calendar = Calendar.from_ical(raw)
    wrong = [f"{path.name}: a line of {len(line)} bytes" for line in raw.split(b"\r\n") if len(line) > 75]
    seen = [(str(event["uid"]), str(event["summary"]), event["dtstart"].dt, event.get("dtend") and event["dtend"].dt)
            for event in calendar.walk("VEVENT")]
    expected = [
        ("task-41@daybook", "Review plan, K-0007; with a \\ and\na second line", date(2026, 11, 27), date(2026, 11, 28)),
        ("call-7@daybook", "Call the family of K-0012, about the provision that was agreed in October \u2014 and \u0141 \u2014 "
         "then write down what was promised", datetime(2026, 10, 25, 9, 0, tzinfo=UTC), datetime(2026, 10, 25, 9, 20, tzinfo=UTC)),
        ("meeting-3@daybook", "Annual review of K-0003", datetime(2026, 6, 10, 12, 30, tzinfo=UTC), datetime(2026, 6, 10, 14, 0, tzinfo=UTC)),
    ]
    if seen != expected:
        wrong.append(f"{path.name}: {seen}")
    return wrong
