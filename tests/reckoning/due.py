"""Ten made-up academic years, and the days on which work is due in them, by python-dateutil alone."""

from datetime import date, datetime, time, timedelta
from itertools import groupby

import holidays
from dateutil.easter import easter
from dateutil.rrule import DAILY, FR, MO, MONTHLY, TH, TU, WE, WEEKLY, YEARLY, rrule, rruleset

FIRST, YEARS = 2025, 10
FROM, TO = date(FIRST, 9, 1), date(FIRST + YEARS, 8, 31)
WORKDAYS = (MO, TU, WE, TH, FR)
ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST, FIRST + YEARS + 2))


def at(day):
    return datetime.combine(day, time())


def weekday_by(day, weekday):
    """The first such weekday on or after a day."""
    return day + timedelta((weekday - day.weekday()) % 7)


def year(n):
    """One school's year. Each differs: long and short half-terms, Easter, half-terms that touch, snow, odd first days."""
    easter_day = easter(n + 1)
    opens = date(n, 9, 1) + timedelta(n % 4)
    while opens.weekday() > 4:
        opens += timedelta(1)
    october = weekday_by(date(n, 10, 20), 4)  # a Friday
    christmas = date(n, 12, 17) + timedelta(n % 5)
    january = weekday_by(date(n + 1, 1, 2), n % 3)
    february = weekday_by(date(n + 1, 2, 9), 4)
    spring_ends = min(easter_day - timedelta(3), date(n + 1, 4, 2))
    summer = max(weekday_by(easter_day + timedelta(8), (n + 1) % 2), date(n + 1, 4, 8))
    may = weekday_by(date(n + 1, 5, 22), 4)
    july = date(n + 1, 7, 18) + timedelta(n % 7)
    half_terms = [
        ["Autumn 1", opens, october],
        ["Autumn 2", october + timedelta(10 + 7 * (n % 2)), christmas],
        ["Spring 1", january, february],
        ["Spring 2", february + timedelta(10), spring_ends],
        ["Summer 1", summer, may],
        ["Summer 2", may + timedelta(10), july],
    ]
    if n % 5 == 2:  # half-terms that touch in the middle of a week
        half_terms[0][2] = october - timedelta(2)
        half_terms[1][1] = october - timedelta(1)
    days_off = {opens: "inset", half_terms[4][1]: "inset", half_terms[5][1] + timedelta(n % 5): "inset"}
    days_off[july] = "closure"
    snow = weekday_by(half_terms[2][1] + timedelta(7), 0)
    for i in range(5 if n % 3 == 0 else n % 3):  # a week, or a day or two
        days_off[snow + timedelta(i)] = "closure"
    for first, last in [(first, last) for _, first, last in half_terms]:
        for day in ENGLAND:
            if first <= day <= last:
                days_off[day] = "bank_holiday"
    return half_terms, sorted((day, kind) for day, kind in days_off.items())


def school(half_terms, days_off):
    """Every day on which staff are in."""
    days = rruleset()
    for _, first, last in half_terms:
        days.rrule(rrule(DAILY, byweekday=WORKDAYS, dtstart=at(first), until=at(last)))
    for day, kind in days_off:
        if kind != "inset":
            days.exdate(at(day))
    return [day.date() for day in days]


def reckon():
    years = [year(n) for n in range(FIRST, FIRST + YEARS)]
    half_terms = [half_term for of_year, _ in years for half_term in of_year]
    days_off = [off for _, of_year in years for off in of_year]
    worked = school(half_terms, days_off)
    is_worked, off = set(worked), dict(days_off)
    inside = {day.date() for _, a, b in half_terms for day in rrule(DAILY, dtstart=at(a), until=at(b))}

    def kind(day):
        if day.weekday() > 4:
            return "weekend"
        return off.get(day) or ("open" if day in inside else "holiday")

    def told(named, due, silent=False):
        if named == due:
            return named.isoformat()
        if silent:
            return f"{named}>{due}"
        step = timedelta(1 if due > named else -1)
        crossed = [named + step * i for i in range(abs((due - named).days))]
        why = "holiday" if any(kind(day) == "holiday" for day in crossed) else kind(named)
        return f"{named}>{due} {why}"

    def by(named, month=False):
        """On the day, or on the last school day before it."""
        due = max((day for day in worked if day <= named), default=named)
        return named, due, month and due.month == named.month

    def in_week(named, allowed):
        days = [day for day in allowed if day.isocalendar()[:2] == named.isocalendar()[:2]]
        after, before = [day for day in days if day >= named], [day for day in days if day < named]
        return (named, min(after) if after else max(before)) if days else None

    def near(named):
        return [day for day in (named + timedelta(i) for i in range(-6, 7)) if day in is_worked]

    def nth(stretch, n, weekday):
        days = [day for day in worked if any(a <= day <= b for _, a, b in stretch)]
        weeks = [list(days) for _, days in groupby(days, key=lambda day: day.isocalendar()[:2])]
        if not weeks:
            return None
        week = weeks[min(n, len(weeks)) - 1] if n > 0 else weeks[-min(-n, len(weeks))]
        monday = week[0] - timedelta(week[0].weekday())
        return in_week(monday + timedelta(weekday), week)

    terms = [of_year[i : i + 2] for of_year, _ in years for i in (0, 2, 4)]
    dates = lambda **rule: [day.date() for day in rrule(dtstart=at(FROM), until=at(TO), **rule)]
    # A yearly rule jumps over years without 29 February; this one takes the last of two days that there is.
    leap = dict(freq=YEARLY, bymonth=2, bymonthday=(28, 29), bysetpos=-1)
    census = sorted(
        dates(freq=YEARLY, bymonth=10, byweekday=TH(1))
        + dates(freq=YEARLY, bymonth=1, byweekday=TH(3))
        + dates(freq=YEARLY, bymonth=5, byweekday=TH(3))
    )
    reviews = dates(freq=MONTHLY, interval=7, bymonthday=20)
    everything = []

    def add(frequency, anchor, pairs, in_holidays=False, events=()):
        kept = [pair for pair in pairs if pair and FROM <= pair[0] and FROM <= pair[1] <= TO]
        kept.sort(key=lambda pair: (pair[1], pair[0]))
        everything.append(
            dict(frequency=frequency, anchor=anchor, in_holidays=in_holidays, events=list(events), due=[told(*p) for p in kept])
        )

    def stand(days):
        return [(day, day) for day in days]

    for weekday in (0, 4, 5):
        named = dates(freq=WEEKLY, byweekday=weekday)
        add("weekly", dict(on="weekday", weekday=weekday), [in_week(day, near(day)) for day in named])
    for n, weekday in ((1, 0), (2, 3), (-1, 4), (-2, 1), (8, 2)):
        add("half_termly", dict(on="week", week=n, weekday=weekday), [nth([one], n, weekday) for one in half_terms])
    for n, weekday in ((1, 2), (8, 0), (-1, 4), (20, 1)):
        add("termly", dict(on="week", week=n, weekday=weekday), [nth(term, n, weekday) for term in terms])
    for month in (1, 5, 8, 12):
        days = dates(freq=MONTHLY, bymonth=month, bymonthday=-1)
        add("yearly", dict(on="month", month=month), [by(day, True) for day in days])
    for rule, month, day in (
        (dict(freq=YEARLY, bymonth=2, bymonthday=15), 2, 15),
        (leap, 2, 29),
        (dict(freq=YEARLY, bymonth=8, bymonthday=31), 8, 31),
        (dict(freq=YEARLY, bymonth=5, bymonthday=4), 5, 4),
        (dict(freq=YEARLY, bymonth=12, bymonthday=25), 12, 25),
    ):
        add("yearly", dict(on="date", month=month, day=day), [by(day) for day in dates(**rule)])
        add("yearly", dict(on="date", month=month, day=day), stand(dates(**rule)), in_holidays=True)
    for days, event, frequency, ends in (
        (14, "plan_review", "yearly", reviews),
        (21, "census", "termly", census),
        (5, "half_term_end", "half_termly", [b for _, _, b in half_terms]),
        (9, "term_end", "termly", [term[1][2] for term in terms]),
    ):
        given = ends if event in ("plan_review", "census") else ()
        pairs = [by(end - timedelta(days)) for end in ends]
        add(frequency, dict(on="before", days=days, event=event), pairs, events=[day.isoformat() for day in given])
    add("weekly", dict(on="weekday", weekday=2), stand(dates(freq=WEEKLY, byweekday=WE)), in_holidays=True)
    return dict(
        first=FROM.isoformat(),
        last=TO.isoformat(),
        half_terms=[dict(name=name, first=a.isoformat(), last=b.isoformat()) for name, a, b in half_terms],
        days_off=[dict(date=day.isoformat(), kind=kind, name="") for day, kind in days_off],
        each_day=stretches(worked),
        rules=everything,
    )


def stretches(days):
    """Days on end, as first and last."""
    found = []
    for day in days:
        if found and day - found[-1][1] == timedelta(1):
            found[-1][1] = day
        else:
            found.append([day, day])
    return [f"{a}/{b}" for a, b in found]
