"""Coverage, loop and influence counted from the spreadsheets themselves, by the rules alone.

    python3 heard.py FOLDER DAY [REFERENCE of a paused innovation ...]

It reads the files that the program imports, knows nothing of the program, and prints what it finds as JSON. The rules:

- A group has priority where power + impact >= 7, or power >= 4 and interest >= 4, or somebody said "priority anyway".
- It was last met on the latest day of an engagement about that innovation that names it at or above the level agreed;
  never so, on the day it was named. It is late by the days since then beyond its cadence, 91 unless set.
- coverage: of the priority groups of innovations under way, those that are not late.
- loop: of what was said in the last 365 days and more than 30 days ago, what was answered and told back.
- influence of an innovation: 1 where "we did" stands beside what is different in 40 characters or more, 0.5 where
  nothing did but "we cannot" has a reason of 40 characters or more, else 0; by answers of the last 365 days. The mean
  is over innovations under way with a priority area.
"""
import csv
import datetime
import glob
import json
import os
import sys

LEVELS = ["Tell", "Ask", "Shape", "Share", "Hand over"]


def rows(folder, pattern):
    for path in sorted(glob.glob(os.path.join(folder, pattern))):
        with open(path, newline="", encoding="utf-8") as file:
            yield from csv.DictReader(file)


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def several(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def is_priority(stake):
    power, interest, impact = (int(stake[column]) for column in ("Power", "Interest", "Impact"))
    return power + impact >= 7 or (power >= 4 and interest >= 4) or stake["Priority anyway"] == "yes"


def main(folder, today, paused):
    innovations = {row["Reference"]: row["Priority area"] for row in rows(folder, "innovations*.csv")}
    under_way = [one for one in innovations if one not in paused]
    stakes = [row for row in rows(folder, "stakeholders*.csv") if row["Innovation"]]
    # One engagement has as many rows as things were said there.
    engagements, said = {}, []
    for row in rows(folder, "engagements*.csv"):
        engagements.setdefault(row["Reference"], row)
        if row["What people said"]:
            said.append(row)

    last = {}
    for row in engagements.values():
        on = day(row["Date"])
        if on > today:
            continue
        for innovation in several(row["Innovation"]):
            for group in several(row["Groups"]):
                for level in range(LEVELS.index(row["Level"]) + 1):
                    key = (innovation, group, level)
                    last[key] = max(last.get(key, on), on)

    met, due, debt = 0, 0, 0.0
    for stake in stakes:
        if stake["Innovation"] not in under_way or not is_priority(stake):
            continue
        key = (stake["Innovation"], stake["Stakeholder"], LEVELS.index(stake["Level agreed"]))
        since = last.get(key, day(stake["Named on"]))
        cadence = int(stake["Cadence (days)"] or 91)
        late_by = max(0, (today - since).days - cadence)
        due += 1
        met += late_by == 0
        debt += late_by / cadence

    def age(cell):
        return (today - day(cell)).days if cell else None

    old = [row for row in said if 30 < age(row["Date"]) < 365]
    closed = [row for row in old if row["Response"] and row["Told back on"]]

    influence = {one: 0.0 for one in innovations}
    for row in said:
        answered = age(row["Answered on"])
        if answered is None or not 0 <= answered < 365:
            continue
        # What people said is about the innovation that the engagement names first.
        innovation = several(row["Innovation"])[0]
        if row["Response"] == "We did" and len(row["What changed"]) >= 40:
            influence[innovation] = 1.0
        elif row["Response"] == "We cannot" and len(row["Answer"]) >= 40:
            influence[innovation] = max(influence[innovation], 0.5)
    counted = [influence[one] for one in under_way if innovations[one]]

    print(json.dumps({
        "coverage": [met, due],
        "debt": debt,
        "loop": [len(closed), len(old)],
        "influence": influence,
        "mean_influence": sum(counted) / len(counted),
    }))


if __name__ == "__main__":
    main(sys.argv[1], day(sys.argv[2]), set(sys.argv[3:]))
