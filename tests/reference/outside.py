"""A package of random counts, compared by the program and by this script, which knows nothing of it.

    python tests/reference/outside.py target/release/zhishe [SEEDS]

Needs SciPy and statsmodels. For each seed a package is written into a folder of its own: one district,
sub-districts and communities, two proportions and two rates with every polarity, small and large
denominators, blanks and unripe values among them. `zhishe answer compare --format json` then has to
give every interval, verdict, adjusted verdict, rank and rank range that SciPy and statsmodels give.
It ends with 1 and says what differs, or with the number of figures that were compared.
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy as np
from scipy import stats
from scipy.stats import mstats
from statsmodels.stats.proportion import proportion_confint

warnings.simplefilter("ignore")
ALPHA = {"95": 0.05, "998": 0.002}
Z = {level: stats.norm.isf(alpha / 2) for level, alpha in ALPHA.items()}
INDICATORS = {
    "share": ("proportion", 100, "higher"),
    "complaints": ("proportion", 100, "lower"),
    "visits": ("rate", 1000, "none"),
    "incidents": ("rate", 1000, "lower"),
}
PERIODS = ["2024-01", "2024-02"]


# ---- the package -------------------------------------------------------------------------------


def write_package(folder, random):
    subdistricts, communities = int(random.integers(4, 9)), int(random.integers(12, 120))
    levels = {"d": "district"}
    parents = {"d": ""}
    for number in range(subdistricts):
        levels[f"s{number}"], parents[f"s{number}"] = "subdistrict", "d"
    for number in range(communities):
        code = f"c{number:03}"
        levels[code], parents[code] = "community", f"s{number % subdistricts}"
    counts = {}
    for indicator, (kind, _, _) in INDICATORS.items():
        spread = random.choice([0.0, 0.3, 0.8])
        typical = random.choice([0.05, 0.3, 0.6, 0.9]) if kind == "proportion" else random.choice([0.002, 0.02, 0.3])
        for period in PERIODS:
            for area in levels:
                if levels[area] == "community":
                    size = int(round(math.exp(random.normal(4.5, 1.4)))) + 1
                    odds = math.exp(random.normal(0, spread))
                    if kind == "proportion":
                        chance = typical * odds / (1 - typical + typical * odds)
                        events = int(random.binomial(size, chance))
                    else:
                        events = int(random.poisson(size * typical * odds))
                    counts[indicator, area, period] = (events, size)
    states = {}
    for key in counts:
        draw = random.random()
        states[key] = "O" if draw < 0.03 else "P" if draw < 0.06 else "A"
    for indicator in INDICATORS:
        for period in PERIODS:
            for area in [area for area in levels if levels[area] != "community"]:
                inside = [c for c in levels if levels[c] == "community" and area in ("d", parents[c])]
                sums = [counts[indicator, c, period] for c in inside]
                counts[indicator, area, period] = tuple(map(sum, zip(*sums)))
                states[indicator, area, period] = "A"
    lines = {
        "areas": ["area_code,name_zh,level,parent_code"]
        + [f"{area},{area},{level},{parents[area]}" for area, level in levels.items()],
        "indicators": ["indicator,theme,label_zh,kind,nature,multiplier,polarity,unit_zh,decimals"]
        + [f"{code},cases,{code},{kind},events,{multiplier},{polarity},件,1" for code, (kind, multiplier, polarity) in INDICATORS.items()],
        "observations": ["indicator,area_code,period,numerator,denominator,status"],
    }
    for (indicator, area, period), (events, size) in counts.items():
        state = states[indicator, area, period]
        cells = f"{events},{size},{state}" if state != "O" else ",,O"
        lines["observations"].append(f"{indicator},{area},{period},{cells}")
    for name, rows in lines.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    descriptor = {
        "name": "random", "version": "1", "created": "2024-05-01T00:00:00Z",
        "zhishe": {"levels": ["district", "subdistrict", "community"]},
        "resources": [{"name": name, "path": f"{name}.csv"} for name in lines],
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return levels, counts, states


# ---- the comparison, once more -----------------------------------------------------------------


def interval(kind, events, size, level):
    if kind == "proportion":
        return tuple(map(float, proportion_confint(events, size, alpha=ALPHA[level], method="wilson")))
    tail, z = ALPHA[level] / 2, Z[level]
    if events >= 10:
        more = events + 1
        lower = events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
        upper = more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3
    else:
        lower = stats.chi2.ppf(tail, 2 * events) / 2 if events > 0 else 0.0
        upper = stats.chi2.ppf(1 - tail, 2 * events + 2) / 2
    return lower / size, upper / size


def verdict(side, is_far, polarity):
    """side: -1 below the benchmark, 0 not told apart, 1 above."""
    if side == 0:
        return "similar"
    if polarity == "none":
        word = "higher" if side > 0 else "lower"
    else:
        word = "better" if (side > 0) == (polarity == "higher") else "worse"
    return f"much-{word}" if is_far else word


def by_interval(near, far, benchmark, polarity):
    def side(ends):
        return -1 if ends[1] < benchmark else 1 if ends[0] > benchmark else 0

    return verdict(side(near), side(far) != 0, polarity)


def told_apart(one, other):
    """Newcombe's method 10, and the same square-and-add on the intervals of rates."""
    (p1, (l1, u1)), (p2, (l2, u2)) = one, other
    below = math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)
    above = math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)
    return not p1 - p2 - below <= 0 <= p1 - p2 + above


def expected_rows(levels, counts, states, indicator, period, level):
    kind, multiplier, polarity = INDICATORS[indicator]
    whole = counts[indicator, "d", period]
    rows = {}
    for area in [area for area in levels if levels[area] == level]:
        state = states[indicator, area, period]
        events, size = counts[indicator, area, period]
        if state == "O":
            rows[area] = {"value": None, "verdict": "not-compared", "verdict_adjusted": "not-compared", "rank": None}
            continue
        near, far = interval(kind, events, size, "95"), interval(kind, events, size, "998")
        is_rest = size > 0.1 * whole[1]
        against = (whole[0] - events, whole[1] - size) if is_rest else whole
        benchmark = against[0] / against[1]
        rows[area] = {
            "value": events / size * multiplier, "numerator": events, "denominator": size,
            "lower_95": near[0] * multiplier, "upper_95": near[1] * multiplier,
            "lower_998": far[0] * multiplier, "upper_998": far[1] * multiplier,
            "is_rest": is_rest if state == "A" else None, "verdict": "not-compared", "verdict_adjusted": "not-compared", "rank": None,
            "_": (events / size, near, far, benchmark, size),
        }
    ripe = [area for area in rows if "_" in rows[area] and states[indicator, area, period] == "A"]
    variance = np.array([
        rows[area]["_"][3] * ((1 - rows[area]["_"][3]) if kind == "proportion" else 1) / rows[area]["_"][4] for area in ripe
    ])
    distance = np.array([rows[area]["_"][0] - rows[area]["_"][3] for area in ripe])
    # A benchmark of all or nothing has no variance to widen: there the plain verdict stands.
    usable = variance > 0
    phi, tau_squared = None, 0.0
    # Under ten there is no tenth to winsorise: no spread is told, and each stands by its own counts.
    if usable.sum() >= 10:
        raw = distance[usable] / np.sqrt(variance[usable])
        scores = np.asarray(mstats.winsorize(raw, limits=(0.1, 0.1)))
        phi, weight, units = float(np.mean(scores**2)), 1 / variance[usable], int(usable.sum())
        tau_squared = max(0.0, (units * phi - (units - 1)) / (weight.sum() - (weight**2).sum() / weight.sum()))
    for area, gap, own in zip(ripe, distance, variance):
        row, (_, near, far, benchmark, _) = rows[area], rows[area]["_"]
        row["verdict"] = row["verdict_adjusted"] = by_interval(near, far, benchmark, polarity)
        if phi is None or own + tau_squared == 0:
            continue
        score = gap / math.sqrt(own + tau_squared)
        side = 0 if abs(score) <= Z["95"] else int(np.sign(score))
        row["verdict_adjusted"] = verdict(side, abs(score) > Z["998"], polarity)
    sign = 1 if polarity == "lower" else -1
    ranks = stats.rankdata([sign * rows[area]["value"] for area in ripe], method="min")
    estimates = {area: (rows[area]["_"][0], rows[area]["_"][1]) for area in ripe}
    apart = {area: [other for other in ripe if other != area and told_apart(estimates[area], estimates[other])] for area in ripe}
    if len(ripe) < 4 or all(not others for others in apart.values()):
        return rows, phi, tau_squared
    for area, rank in zip(ripe, ranks):
        better = [other for other in apart[area] if sign * estimates[other][0] < sign * estimates[area][0]]
        rows[area]["rank"] = int(rank)
        rows[area]["rank_low"] = 1 + len(better)
        rows[area]["rank_high"] = len(ripe) - (len(apart[area]) - len(better))
        alike = [other for other in ripe if other != area and other not in apart[area]]
        rows[area]["indistinguishable_from"] = sorted(alike)
    return rows, phi, tau_squared


# ---- the program's answer ----------------------------------------------------------------------


def differs(found, expected):
    if isinstance(expected, float):
        return not (isinstance(found, (int, float)) and math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-11))
    return found != expected


def check(program, seed):
    random = np.random.default_rng(seed)
    compared, trouble = 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        levels, counts, states = write_package(folder, random)
        for indicator in INDICATORS:
            for period in PERIODS:
                for level in ("subdistrict", "community"):
                    asked = ["--indicator", indicator, "--period", period, "--level", level, "--format", "json"]
                    answer = json.loads(subprocess.run([program, "answer", "compare", name, *asked], capture_output=True, check=True).stdout)
                    rows, phi, tau_squared = expected_rows(levels, counts, states, indicator, period, level)
                    found = {row["area_code"]: row for row in answer["rows"]}
                    if set(found) != set(rows):
                        trouble.append((seed, asked, "areas", sorted(set(found) ^ set(rows))))
                        continue
                    spread = answer["overdispersion"] or {"phi": None, "tau_squared": 0.0}
                    for key, value in (("phi", phi), ("tau_squared", tau_squared)):
                        compared += 1
                        if differs(spread[key], value):
                            trouble.append((seed, asked, key, spread[key], value))
                    for area, row in rows.items():
                        for key, value in row.items():
                            if key == "_":
                                continue
                            given = found[area][key]
                            given = sorted(given) if key == "indistinguishable_from" else given
                            compared += 1
                            if differs(given, value):
                                trouble.append((seed, asked, area, key, given, value))
    return compared, trouble


def main():
    program, seeds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    compared, trouble = 0, []
    for seed in range(1, seeds + 1):
        more, found = check(program, seed)
        compared += more
        trouble += found
    for line in trouble[:20]:
        print(*line)
    print(f"{seeds} packages, {compared} figures, {len(trouble)} of them other than SciPy's and statsmodels'")
    sys.exit(1 if trouble else 0)


if __name__ == "__main__":
    main()
