"""Reference tables for the statistics: what SciPy and statsmodels say, or numpy after the paper.

Made with Python 3, NumPy 2.4.6, SciPy 1.17.1, statsmodels 0.15.0 and the seed below:

    python tests/reference/make.py

One CSV a method beside this script, read by tests/native/stats_reference.rs. Nothing here is taken from the Rust:
where a library has the method it is called, elsewhere the paper's formula is written out, in exact
fractions where a decision hangs on it. Lists are parted by spaces, a sample is events/size, a gap
is -, a refusal is the name that the program gives it.
"""

import csv
import math
import pathlib
import warnings
from fractions import Fraction

import numpy as np
import statsmodels.api as sm
from scipy import optimize, stats
from scipy.stats import mstats
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

warnings.simplefilter("ignore")
FOLDER = pathlib.Path(__file__).parent
RANDOM = np.random.default_rng(20260422)
ALPHA = {"95": 0.05, "99.8": 0.002}
Z = {level: stats.norm.isf(alpha / 2) for level, alpha in ALPHA.items()}


def text(value):
    if isinstance(value, (list, tuple, np.ndarray)):
        return " ".join(text(part) for part in value)
    if value is None:
        return "-"
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    if isinstance(value, (float, np.floating, Fraction)):
        number = float(value)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    return str(value)


def write(name, header, rows):
    assert len(rows) >= 200, (name, len(rows))
    with open(FOLDER / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([[text(cell) for cell in row] for row in rows])
    assert (FOLDER / f"{name}.csv").stat().st_size < 100_000, name
    print(name, len(rows))


def whole(low, high):
    return int(RANDOM.integers(low, high + 1))


def decimals(count, digits=1, scale=10.0):
    return [round(float(value), digits) for value in RANDOM.normal(0, scale, count)]


# ---- exact tails -----


def make_exact_tail():
    rows = []
    cases = [("proportion", x, n) for x, n in [(0, 1), (1, 1), (0, 50), (50, 50), (5, 10), (999_000, 1_000_000)]]
    cases += [("proportion", whole(0, n), n) for n in (whole(1, 400) for _ in range(110))]
    cases += [("rate", x, n) for x, n in [(0, 1), (0, 50), (1, 1), (5000, 40_000)]]
    cases += [("rate", whole(0, 300), whole(1, 4000)) for _ in range(110)]
    for kind, events, size in cases:
        typical = (events + 0.5) / (size + 1)
        benchmark = round(min(0.999, typical * float(RANDOM.uniform(0.6, 1.6))), 6) or 0.001
        if kind == "proportion":
            chance = stats.binom(size, benchmark)
        else:
            chance = stats.poisson(size * benchmark)
        low = events < size * benchmark
        rows.append((kind, f"{events}/{size}", benchmark, chance.cdf(events) if low else chance.sf(events - 1)))
    write("exact_tail", ["kind", "sample", "benchmark", "tail"], rows)


# ---- intervals ---------------------------------------------------------------------------------


def wilson(events, trials, level):
    lower, upper = proportion_confint(events, trials, alpha=ALPHA[level], method="wilson")
    return float(lower), float(upper)


def exact_lower(events, trials, level):
    """The end of Clopper and Pearson; 0 for no events."""
    return float(stats.beta.ppf(ALPHA[level] / 2, events, trials - events + 1)) if events > 0 else 0.0


def proportion(events, trials, level):
    """Wilson's interval with an exact end towards the bound of fewer than five and than one in twenty."""
    lower, upper = wilson(events, trials, level)
    first = min(5, trials / 20)
    if events < first:
        lower = min(lower, exact_lower(events, trials, level))
    if trials - events < first:
        upper = max(upper, 1 - exact_lower(trials - events, trials, level))
    return lower, upper


def poisson(events, level):
    if events >= 10:
        z = Z[level]
        more = events + 1
        lower = events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
        upper = more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3
        return lower, upper
    tail = ALPHA[level] / 2
    lower = stats.chi2.ppf(tail, 2 * events) / 2 if events > 0 else 0.0
    return float(lower), float(stats.chi2.isf(tail, 2 * events + 2) / 2)


def interval(kind, events, size, level):
    if kind == "proportion":
        return proportion(events, size, level)
    lower, upper = poisson(events, level)
    return lower / size, upper / size


def proportion_cases():
    cases = [(0, 1), (1, 1), (0, 2), (1, 2), (2, 2), (0, 20), (20, 20), (188, 200), (81, 263)]
    cases += [(0, 10**9), (10**9, 10**9), (1, 10**9), (10**9 - 1, 10**9), (5 * 10**8, 10**9)]
    cases += [(0.5, 2.5), (2.5, 2.5), (0.001, 7), (1e-9, 1), (0.25, 0.5), (10**14, 10**15)]
    for _ in range(100):
        trials = whole(1, int(10 ** RANDOM.uniform(0, 6)))
        cases.append((whole(0, trials), trials))
    return cases


def make_wilson():
    cases = proportion_cases()
    rows = [(x, n, level, *wilson(x, n, level)) for x, n in cases for level in ALPHA]
    write("wilson", ["events", "trials", "level", "lower", "upper"], rows)
    cases += [(x, n) for x in (0.3, 1, 2, 3, 4, 4.999, 5) for n in (5, 8.5, 40, 807, 10**6)]
    cases += [(n - x, n) for x, n in cases[-35:]]
    rows = [(x, n, level, *proportion(x, n, level)) for x, n in cases for level in ALPHA]
    write("proportion", ["events", "trials", "level", "lower", "upper"], rows)


def make_poisson():
    counts = [float(x) for x in range(40)] + [0.01, 0.1, 0.5, 1.5, 2.25, 7.7, 9.5, 9.999, 10.5]
    counts += [1e9, 1e12, 123456789.0, 10.0, 1e6 + 0.5]
    counts += [round(10 ** RANDOM.uniform(0, 7)) for _ in range(50)]
    rows = [(x, level, *poisson(x, level)) for x in counts for level in ALPHA]
    write("poisson", ["events", "level", "lower", "upper"], rows)


# ---- funnel and position -----------------------------------------------------------------------


def root(function, low, high):
    return optimize.brentq(function, low, high, xtol=1e-13, rtol=1e-14, maxiter=500)


def rate_limits(expected, level):
    """The lowest and the highest count whose interval holds the expected count."""
    lower = lambda x: poisson(x, level)[0] - expected
    upper = lambda x: poisson(x, level)[1] - expected
    below_ten = math.nextafter(10.0, 0.0)
    if lower(10.0) <= 0:
        highest = root(lower, 10.0, expected + 10 * math.sqrt(expected) + 100)
    else:
        highest = root(lower, 1e-6, below_ten) if lower(1e-6) < 0 else 0.0
    if upper(0.0) >= 0:
        return 0.0, highest
    if upper(below_ten) >= 0:
        return root(upper, 0.0, below_ten), highest
    if upper(10.0) >= 0:
        return 10.0, highest
    return root(upper, 10.0, expected), highest


def highest_share(benchmark, trials, level):
    """The highest share whose interval holds the benchmark: by the score test where that is not rare."""
    score = min(1.0, benchmark + Z[level] * math.sqrt(benchmark * (1 - benchmark) / trials))
    first = min(5, trials / 20)
    if benchmark in (0.0, 1.0) or score * trials >= first:
        return score
    most = first * (1 - 1e-9)
    lower = lambda x: exact_lower(x, trials, level) - benchmark
    return max(score, most / trials if lower(most) <= 0 else root(lower, 1e-9, most) / trials)


def make_funnel():
    rows = []
    # Of a few in many: the chance of the rest would be rounded.
    for expected in (0.01, 0.0646, 0.3, 0.9, 1.5, 3, 4.5):
        for trials in (5, 40, 807, 10**5):
            for level in ALPHA:
                share = round(expected / trials, 9)
                low, high = 1 - highest_share(1 - share, trials, level), highest_share(share, trials, level)
                rows.append(("proportion", share, trials, level, low, high))
                rows.append(("proportion", 1 - share, trials, level, 1 - high, 1 - low))
    for benchmark in (0.0, 1.0, 0.5, 0.9, 0.001, 0.9999, 0.123456):
        for size in (1, 2, 5, 50, 200, 12345, 10**9):
            for level in ALPHA:
                limits = 1 - highest_share(1 - benchmark, size, level), highest_share(benchmark, size, level)
                rows.append(("proportion", benchmark, size, level, *limits))
    for expected in (0.01, 0.05, 0.5, 1, 3, 4.79, 4.9, 5, 8, 12, 18.39, 18.391, 20, 25, 60, 1e4, 1e9):
        for size in (1, 250, 10**6):
            for level in ALPHA:
                benchmark = expected / size
                lower, upper = rate_limits(benchmark * size, level)
                rows.append(("rate", benchmark, size, level, lower / size, upper / size))
    write("funnel", ["kind", "benchmark", "size", "level", "lower", "upper"], rows)


def position(kind, events, size, benchmark):
    found = "Within"
    for level, name in (("95", "95"), ("99.8", "998")):
        lower, upper = interval(kind, events, size, level)
        lower = 0.0 if events == 0 else lower
        upper = 1.0 if kind == "proportion" and events == size else upper
        if benchmark < lower:
            found = "Above" + name
        if benchmark > upper:
            found = "Below" + name
    return found


def make_position():
    rows = []
    for benchmark in (0.0, 1.0, 0.5, 0.07, 0.93):
        for events, trials in ((0, 1), (1, 1), (0, 90), (90, 90), (45, 90), (1, 90), (89, 90)):
            rows.append(("proportion", events, trials, benchmark))
    for _ in range(150):
        trials, benchmark = whole(1, 2000), round(float(RANDOM.uniform(0, 1)), 3)
        spread = math.sqrt(trials * benchmark * (1 - benchmark))
        events = round(trials * benchmark + float(RANDOM.normal(0, 3)) * spread)
        rows.append(("proportion", min(max(events, 0), trials), trials, benchmark))
    for _ in range(100):
        exposure, expected = whole(1, 5000), 10 ** float(RANDOM.uniform(-1, 3))
        events = max(0, round(expected + float(RANDOM.normal(0, 3)) * math.sqrt(expected)))
        rows.append(("rate", events, exposure, expected / exposure))
    rows += [("rate", 0, 10, 0.0), ("rate", 1, 10, 0.0), ("rate", 0, 10, 5.0), ("rate", 7, 1, 700.0)]
    rows += [("proportion", events, trials, expected / trials) for events in (1, 2, 3, 4, 5, 6)
             for expected in (0.01, 0.0646, 0.3, 0.9, 1.5, 3) for trials in (5, 40, 807, 10**5) if events <= trials]
    rows = [(*row, position(*row)) for row in rows]
    write("position", ["kind", "events", "size", "benchmark", "position"], rows)


# ---- many units --------------------------------------------------------------------------------


def variance(kind, benchmark, size):
    return (benchmark * (1 - benchmark) if kind == "proportion" else benchmark) / size


def make_overdispersion():
    rows = []
    for case in range(220):
        kind = "rate" if case % 4 == 3 else "proportion"
        count = [1, 3, 4, 5, 9, 10, 11, 19, 20, 29, 30, 40][case % 12]
        base = round(float(RANDOM.uniform(0.02, 0.98)), 2)
        extra = [0.0, 0.02, 0.1][case % 3]
        units = []
        for place in range(count):
            size = whole(1, 10**9) if case % 17 == 0 else whole(5, 900)
            true = min(max(base + float(RANDOM.normal(0, extra)), 0.0), 1.0)
            draw = RANDOM.binomial(size, true) if kind == "proportion" else RANDOM.poisson(size * true)
            benchmark = base if case % 5 else round(base + 0.001 * (place % 3), 3)
            if case % 23 == 1:
                draw, benchmark = 0, 0.0
            if case % 11 == 2 and place == 1:
                benchmark = 0.0
            if case % 29 == 4:
                size, draw = 100, 37
            units.append((int(draw), size, benchmark))
        usable = [unit for unit in units if variance(kind, unit[2], unit[1]) > 0]
        result = ("none", "none", 0, "none", "none")
        if len(usable) >= 2:
            squares = np.array([variance(kind, b, n) for _, n, b in usable])
            distance = np.array([x / n - b for x, n, b in usable])
            scores = np.asarray(mstats.winsorize(distance / np.sqrt(squares), limits=(0.1, 0.1)))
            phi, weights, number = float(np.mean(scores**2)), 1 / squares, len(usable)
            scale = weights.sum() - (weights**2).sum() / weights.sum()
            tau = max(0.0, (number * phi - (number - 1)) / scale)
            adjusted = float(distance[0] / math.sqrt(squares[0] + tau))
            result = (phi, tau, number, adjusted, normal_position(adjusted))
        listed = " ".join(f"{x}/{n}@{text(b)}" for x, n, b in units)
        rows.append((kind, listed, *result))
    write("overdispersion", ["kind", "units", "phi", "tau_squared", "count", "first_z", "first_position"], rows)


def normal_position(z):
    p = 2 * stats.norm.sf(abs(z))
    level = "998" if p < 0.002 else "95" if p < 0.05 else ""
    return ("Above" if z > 0 else "Below") + level if level else "Within"


def newcombe(one, other, level):
    if any(min(x, n - x) < min(5, n / 20) for x, n in (one, other)):
        return mover("proportion", one, other, level)
    found = confint_proportions_2indep(
        *one, *other, method="newcomb", compare="diff", alpha=ALPHA[level], correction=False
    )
    return float(found[0]), float(found[1])


def mover(kind, one, other, level):
    (p1, (l1, u1)), (p2, (l2, u2)) = [(x / n, interval(kind, x, n, level)) for x, n in (one, other)]
    return (
        p1 - p2 - math.hypot(p1 - l1, u2 - p2),
        p1 - p2 + math.hypot(u1 - p1, p2 - l2),
    )


def difference(kind, one, other, level):
    return newcombe(one, other, level) if kind == "proportion" else mover(kind, one, other, level)


def make_difference():
    pairs = [("proportion", one, other) for one in ((56, 70), (0, 1), (1, 1), (9, 10), (10, 10), (0, 10), (5, 10**9))
             for other in ((48, 80), (0, 1), (1, 1), (3, 10), (10, 10), (0, 10), (10**9, 10**9))]
    for _ in range(60):
        one, other = whole(1, 3000), whole(1, 3000)
        pairs.append(("proportion", (whole(0, one), one), (whole(0, other), other)))
    for _ in range(60):
        one, other = whole(1, 300), whole(1, 300)
        pairs.append(("rate", (whole(0, 30), one), (whole(0, 30), other)))
    rows = []
    for kind, one, other in pairs:
        for level in ALPHA:
            lower, upper = difference(kind, one, other, level)
            if 0 < min(abs(lower), abs(upper)) < 1e-12:
                continue
            rows.append((kind, *one, *other, level, lower, upper, not lower <= 0 <= upper))
    write("difference", ["kind", "events", "size", "other_events", "other_size", "level", "lower", "upper", "apart"], rows)


def make_ranks():
    rows = []
    for case in range(220):
        count = [0, 1, 2, 3, 5, 10, 40][case % 7]
        values = decimals(count, case % 2, [0.6, 3.0, 50.0][case % 3])
        if case % 19 == 3:
            values = [1e300, -1e300, 0.0, -0.0, 1e-300][:count] + [7.0] * max(0, count - 5)
        highest = case % 2 == 0
        keys = [-value if highest else value for value in values]
        rows.append((values, highest, stats.rankdata(keys, method="min").astype(int)))
    write("ranks", ["values", "highest_first", "ranks"], rows)


def make_rank_ranges():
    rows = []
    for case in range(200):
        kind = "rate" if case % 4 == 3 else "proportion"
        count = [1, 2, 3, 4, 6, 9, 14][case % 7]
        spread = [0.02, 0.2, 0.5][case % 3]
        units = []
        for _ in range(count):
            size = whole(1, int(10 ** RANDOM.uniform(0, 4)))
            true = min(max(0.5 + float(RANDOM.uniform(-spread, spread)), 0), 1)
            draw = RANDOM.binomial(size, true) if kind == "proportion" else RANDOM.poisson(size * true)
            units.append((int(draw), size))
        highest = case % 2 == 0
        ranges = []
        for place, one in enumerate(units):
            above = below = 0
            for other in units[:place] + units[place + 1 :]:
                lower, upper = difference(kind, one, other, "95")
                assert one == other or min(abs(lower), abs(upper)) > 1e-12
                above += upper < 0 and one != other
                below += lower > 0 and one != other
            better, worse = (above, below) if highest else (below, above)
            ranges.append(f"{1 + better}-{count - worse}")
        rows.append((kind, [f"{x}/{n}" for x, n in units], highest, ranges))
    write("rank_ranges", ["kind", "units", "highest_first", "ranges"], rows)


def make_spine():
    rows = []
    for case in range(210):
        values = decimals([0, 3, 4, 5, 12, 30][case % 6], 1, [1.0, 40.0, 1e6][case % 3])
        if case % 13 == 5:
            values = [4.5] * len(values)
        benchmark = [0.0, 3.5, -1000.0][case % 3]
        sign = -1 if case % 2 else 1
        result = "none"
        if len(values) >= 4 and len(set(values)) > 1:
            array = np.array(values)
            result = list(sign * (array - benchmark) / np.max(np.abs(array - benchmark)))
        rows.append((values, benchmark, sign, result))
    write("spine", ["values", "benchmark", "sign", "spine"], rows)


# ---- one distribution --------------------------------------------------------------------------


def make_quantiles():
    rows = []
    for case in range(210):
        values = decimals([1, 2, 3, 4, 7, 10, 23, 40][case % 8], 1, [0.3, 10.0, 1e7][case % 3])
        if case % 9 == 4:
            values = [2.5] * len(values)
        probability = round(float(RANDOM.uniform(0, 1)), 4)
        five = np.quantile(values, [0, 0.25, 0.5, 0.75, 1], method="linear")
        deviation = float(stats.median_abs_deviation(values))
        one = float(np.quantile(values, probability, method="linear"))
        rows.append((values, probability, one, list(five), deviation))
    write("quantiles", ["values", "probability", "quantile", "five", "deviation"], rows)


def make_groups():
    rows = []
    for case in range(210):
        values = decimals([0, 1, 2, 5, 8, 11, 16, 40][case % 8], [0, 1][case % 2], [1.0, 10.0][case % 2])
        count = [1, 2, 3, 4, 5, 10][case % 6]
        exact = sorted(Fraction(str(value)) for value in values)
        bounds = []
        for part in range(1, count):
            if exact:
                place = Fraction((len(exact) - 1) * part, count)
                low = math.floor(place)
                high = min(low + 1, len(exact) - 1)
                bounds.append(exact[low] + (place - low) * (exact[high] - exact[low]))
        groups = [sum(Fraction(str(value)) > bound for bound in bounds) for value in values]
        for part, bound in enumerate(bounds, 1):
            assert math.isclose(float(bound), np.quantile(values, part / count), abs_tol=1e-12)
        rows.append((values, count, groups))
    write("groups", ["values", "count", "groups"], rows)


# ---- two figures -------------------------------------------------------------------------------


def pairs_of(case):
    count = [2, 3, 4, 5, 8, 15, 25][case % 7]
    x = decimals(count, [0, 1][case % 2], [2.0, 30.0, 1e5][case % 3])
    # Of an exact fit of large numbers the residual is rounding alone, which is nobody's answer.
    is_small = case % 3 == 0 and case % 17 != 12
    noise = [0.0 if is_small else 0.5, 0.5, 3.0, 100.0][case % 4]
    y = [round(-0.7 * value + 3 + float(RANDOM.normal(0, 1)) * noise, 2) for value in x]
    if case % 17 == 5:
        x = [7.1] * count
    if case % 17 == 9:
        y = [0.1] * count
    if case % 17 == 12:
        x = [value + 1e6 for value in x]
    return x, y


def make_correlation():
    rows = []
    for case in range(220):
        x, y = pairs_of(case)
        results = []
        if len(x) < 4:
            results = [f"TooFew({len(x)})"] * 2
        elif len(set(x)) == 1 or len(set(y)) == 1:
            results = ["Constant"] * 2
        else:
            found = stats.pearsonr(x, y)
            ends = found.confidence_interval(0.95)
            results.append([found.statistic, ends.low, ends.high])
            rank = min(max(float(stats.spearmanr(x, y).statistic), -1.0), 1.0)
            half = Z["95"] * math.sqrt((1 + rank**2 / 2) / (len(x) - 3))
            middle = np.arctanh(rank)
            results.append([rank, float(np.tanh(middle - half)), float(np.tanh(middle + half))])
        rows.append((x, y, *results))
    write("correlation", ["x", "y", "pearson", "spearman"], rows)


def make_line():
    rows = []
    for case in range(220):
        x, y = pairs_of(case)
        at = round(float(RANDOM.normal(0, 20)), 1)
        if len(x) < 3:
            rows.append((x, y, at, f"TooFew({len(x)})", "", "", "", ""))
            continue
        if len(set(x)) == 1:
            rows.append((x, y, at, "Constant", "", "", "", ""))
            continue
        found = stats.linregress(x, y)
        # Fitted about the mean of x, where the arithmetic of a matrix keeps its digits.
        middle = np.mean(x)
        about = sm.OLS(y, np.column_stack([np.ones(len(x)), np.array(x) - middle])).fit()
        band = about.get_prediction([[1.0, at - middle]]).conf_int(alpha=0.05)[0]
        assert math.isclose(found.slope, about.params[1], rel_tol=1e-9, abs_tol=1e-9)
        r_squared = found.rvalue**2 if len(set(y)) > 1 else 0.0
        rows.append(
            (
                x,
                y,
                at,
                [found.slope, found.intercept],
                list(about.conf_int(alpha=0.05)[1]),
                math.sqrt(about.mse_resid),
                r_squared,
                list(band),
            )
        )
    write("line", ["x", "y", "at", "line", "slope_interval", "residual_deviation", "r_squared", "band"], rows)


def make_theil_sen():
    rows = []
    for case in range(220):
        x, y = pairs_of(case)
        if len(set(x)) == 1:
            rows.append((x, y, "Constant"))
            continue
        found = stats.theilslopes(y, x, method="joint")
        rows.append((x, y, [found.slope, found.intercept]))
    write("theil_sen", ["x", "y", "line"], rows)


# ---- series ------------------------------------------------------------------------------------


def make_trend():
    rows = []
    for case in range(230):
        kind = "rate" if case % 4 == 3 else "proportion"
        count = 4 if case % 31 == 6 else [5, 5, 6, 9][case % 4]
        step = [1, 1, 2][case % 3]
        years = [2010 + step * place for place in range(count)]
        if case % 37 == 11:
            years[-1] += 1
        slope = [0.0, 0.03, -0.04, 0.01][(case // 4) % 4]
        points = []
        for place in range(count):
            size = 10**9 if case % 41 == 7 else whole(1, 4) if case % 13 == 2 else whole(80, 600)
            true = min(max(0.5 + slope * place, 0), 1)
            draw = RANDOM.binomial(size, true) if kind == "proportion" else RANDOM.poisson(true * size)
            if case % 29 == 3:
                draw = 0
            if case % 29 == 5:
                draw = size
            points.append((int(draw), size))
        rows.append((kind, years, [f"{x}/{n}" for x, n in points], *trend(kind, years, points)))
    for events in ((150, 155, 162, 170, 181), (150, 151, 152, 153, 155)):
        points = [(x, 200) for x in events]
        years = list(range(2019, 2024))
        rows.append(("proportion", years, [f"{x}/200" for x in events], *trend("proportion", years, points)))
    write("trend", ["kind", "years", "points", "chi_squared", "slope", "direction"], rows)


def trend(kind, years, points):
    if len(points) < 5:
        return f"TooFew({len(points)})", "", ""
    years, points = np.array(years[-5:], dtype=float), points[-5:]
    if len(set(np.diff(years))) > 1:
        return "UnequalSpacing", "", ""
    events = np.array([x for x, _ in points], dtype=float)
    sizes = np.array([n for _, n in points], dtype=float)
    pooled = events.sum() / sizes.sum()
    if pooled == 0 or (kind == "proportion" and pooled == 1):
        return "PooledAtBound", "", ""
    # Weighted least squares; the test is slope² over its variance under the pooled estimate.
    fit = lambda keep: sm.WLS(
        events[keep] / sizes[keep],
        np.column_stack([np.ones(len(keep)), years[keep] - years.mean()]),
        weights=sizes[keep],
    ).fit().params[1]
    slope = fit(list(range(5)))
    middle = (sizes * years).sum() / sizes.sum()
    spread = (sizes * (years - middle) ** 2).sum()
    each = pooled * (1 - pooled) if kind == "proportion" else pooled
    chi_squared = slope**2 * spread / each
    if kind == "proportion" and sizes.max() < 10**6:
        # statsmodels conditions on the margins, whose variance is N/(N−1) as large.
        table = Table(np.column_stack([events, sizes - events]), shift_zeros=False)
        score = table.test_ordinal_association(row_scores=years - 2010, col_scores=np.array([1, 0]))
        total = sizes.sum()
        theirs = score.zscore**2 * total / (total - 1)
        assert math.isclose(theirs, chi_squared, rel_tol=1e-8, abs_tol=1e-10)
    leave_out = [fit([place for place in range(5) if place != left]) for left in range(5)]
    direction = "None"
    if stats.chi2.sf(chi_squared, 1) < 0.002:
        if all(value > 1e-12 for value in leave_out):
            direction = "Rising"
        if all(value < -1e-12 for value in leave_out):
            direction = "Falling"
    return float(chi_squared), float(slope), direction


def signals(points, centres, halves):
    """Every rule by brute force over windows; points and centres as exact fractions."""
    marks = [[] for _ in points]

    def side(value, line):
        return "+" if value > line else "-" if value < line else ""

    count = len(points)
    known = [point is not None for point in points]

    def beyond(place, share):
        value, centre, half = points[place], centres[place], halves[place]
        if value is None:
            return ""
        if half == 0:
            return side(value, centre)
        if isinstance(half, Fraction):
            reach = share * half
            return "+" if value > centre + reach else "-" if value < centre - reach else ""
        distance, reach = float(value - centre), float(share) * half
        assert abs(abs(distance) - reach) > 1e-11, "a tie that rounding decides"
        return "+" if distance > reach else "-" if distance < -reach else ""

    def collect(places_of):
        found = [set() for _ in points]
        for places, sign in places_of:
            for place in places:
                found[place].add(sign)
        return found

    def outside():
        for place in range(count):
            if beyond(place, Fraction(1)):
                yield [place], beyond(place, Fraction(1))

    def runs():
        for start in range(count - 6):
            window = list(range(start, start + 7))
            if all(known[place] for place in window):
                steps = {side(points[b], points[a]) for a, b in zip(window, window[1:])}
                if len(steps) == 1 and steps != {""}:
                    yield window, steps.pop()

    def pairs():
        for start in range(count):
            for end in (start + 1, start + 2):
                if end < count and all(known[start : end + 1]):
                    one, other = beyond(start, Fraction(2, 3)), beyond(end, Fraction(2, 3))
                    if one and one == other:
                        yield [start, end], one

    def shifts():
        for start in range(count - 6):
            window = list(range(start, start + 7))
            if all(known[place] for place in window):
                sides = {side(points[place], centres[place]) for place in window}
                if len(sides) == 1 and sides != {""}:
                    yield window, sides.pop()

    for letter, rule in (("O", outside), ("R", runs), ("T", pairs), ("S", shifts)):
        for place, signs in enumerate(collect(rule())):
            marks[place] += [letter + sign for sign in sorted(signs)]
    return ["".join(mark) or "." for mark in marks]


def assurance(lower, upper, target, higher):
    if not higher:
        lower, upper, target = -upper, -lower, -target
    return "WillPass" if lower >= target else "WillFail" if upper < target else "HitAndMiss"


def baseline_of(count, case):
    start, end = (0, 24) if count >= 30 else (0, count)
    if case % 10 == 9:
        start, end = count // 5, count // 5 + max(3, count // 2)
    return start, min(end, count)


def series_cases(number, kinds):
    """Series with every kind of trouble: gaps, shifts, runs, constants, tiny and huge sizes."""
    for case in range(number):
        kind = kinds[case % len(kinds)]
        count = [2, 3, 8, 12, 13, 24, 29, 30, 36, 40][case % 10]
        base = round(float(RANDOM.uniform(0.1, 0.9)), 2)
        story = case // 3 % 7
        points = []
        for place in range(count):
            size = 10**8 + whole(0, 10**6) if case % 43 == 8 else whole(1, 6) if case % 19 == 4 else whole(40, 500)
            true = base + [0, 0.1, -0.1, 0, 0, 0, 0][story] * (place > count * 0.7)
            true += 0.012 * (place - count / 2) if story == 3 else 0
            true += 0.08 * math.sin(place * math.pi / 6) if story == 4 else 0
            true = min(max(true + float(RANDOM.normal(0, 0.03)), 0.0), 1.0)
            draw = RANDOM.binomial(size, true) if kind == "proportion" else RANDOM.poisson(true * size)
            if story == 5 and case % 2:
                size, draw = 100 + 10 * (place % 3), 70 + 7 * (place % 3)
            if case % 27 == 13:
                draw = 0
            if case % 54 == 26:
                draw = size
            is_gap = story == 6 and (place % 9 == 4 or case % 14 == 6 and place % 2)
            points.append(None if is_gap else (int(draw), size))
        yield case, kind, base, points, baseline_of(count, case)


def laney(kind, points, benchmarks, start, end):
    """The general chart in fractions but for the roots; p′ is the case of benchmarks of zero."""
    based = [place for place in range(start, end) if points[place] is not None]
    neighbours = sum(1 for place in based if place + 1 in based)
    if len(based) < 3 or neighbours < 2:
        return "TooFew"
    events = sum(points[place][0] for place in based)
    size = sum(points[place][1] for place in based)
    if events == 0 or (kind == "proportion" and events == size):
        return "NoVariation"
    mean = (events - sum(benchmarks[place] * points[place][1] for place in based)) / Fraction(size)
    values, centres, errors, scores = [], [], [], []
    for point, benchmark in zip(points, benchmarks):
        if point is None:
            for cells in (values, centres, errors, scores):
                cells.append(None)
            continue
        value, centre = Fraction(*point), max(benchmark + mean, Fraction(0))
        if kind == "proportion":
            centre = min(centre, Fraction(1))
        error = math.sqrt(variance(kind, centre, point[1]))
        values.append(value)
        centres.append(centre)
        errors.append(error)
        scores.append(float(value - centre) / error if error > 0 else None)
    ranges = [
        abs(scores[place + 1] - scores[place])
        for place in range(start, end - 1)
        if scores[place] is not None and scores[place + 1] is not None
    ]
    if len(ranges) < 2:
        return "NoVariation"
    sigma = float(np.mean(ranges)) / 1.128
    halves = [None if error is None else 3 * sigma * error for error in errors]
    judged = [value if score is not None else None for value, score in zip(values, scores)]
    marks = signals(judged, centres, halves)
    top = 1.0 if kind == "proportion" else math.inf
    lower = [None if c is None else max(0.0, float(c) - h) for c, h in zip(centres, halves)]
    upper = [None if c is None else min(top, float(c) + h) for c, h in zip(centres, halves)]
    return mean, sigma, centres, lower, upper, marks, len(based) < 13


def chart_cells(points, lower, upper, centres):
    places = [place for place, point in enumerate(points) if point is not None]
    shown = sorted({places[len(places) // 2], places[-1]})
    return [f"{place}:{text(float(centres[place]))}:{text(lower[place])}:{text(upper[place])}" for place in shown]


HEADER = ["baseline", "mean", "sigma_z", "trial", "limits", "signals", "target", "higher", "assurance"]


def chart_row(head, points, start, end, found, target, higher):
    if isinstance(found, str):
        return (*head, f"{start}-{end}", found, "", "", "", "", "", "", "")
    mean, sigma, centres, lower, upper, marks, trial = found
    last = max(place for place, point in enumerate(points) if point is not None)
    verdict = assurance(lower[last], upper[last], target, higher)
    limits = chart_cells(points, lower, upper, centres)
    return (*head, f"{start}-{end}", mean, sigma, trial, limits, marks, target, higher, verdict)


def make_laney():
    rows, rows_against = [], []
    for case, kind, base, points, (start, end) in series_cases(220, ["proportion", "proportion", "rate"]):
        listed = ["-" if point is None else f"{point[0]}/{point[1]}" for point in points]
        zeros = [Fraction(0)] * len(points)
        found = laney(kind, points, zeros, start, end)
        target = round(base + float(RANDOM.normal(0, 0.15)), 2)
        rows.append(chart_row((kind, listed), points, start, end, found, target, case % 2 == 0))
    for case, kind, base, points, (start, end) in series_cases(204, ["proportion", "rate"]):
        season = [round(base + 0.06 * math.sin(place * math.pi / 6), 3) for place in range(len(points))]
        if case % 10 == 5:
            season[-1] = 1.0
        if case % 10 == 6:
            season = [0.5] * len(points)
        if case % 10 == 8:
            season[1] = 0.0
        benchmarks = [Fraction(str(value)) for value in season]
        listed = [
            "-" if point is None else f"{point[0]}/{point[1]}@{text(benchmark)}"
            for point, benchmark in zip(points, season)
        ]
        found = laney(kind, points, benchmarks, start, end)
        target = round(base + float(RANDOM.normal(0, 0.15)), 2)
        rows_against.append(chart_row((kind, listed), points, start, end, found, target, case % 2 == 0))
    write("laney", ["kind", "points"] + HEADER, rows)
    write("laney_against", ["kind", "points"] + HEADER, rows_against)


def make_xmr():
    rows = []
    vector = [1, 2, 1, 2, 10] + [1, 2] * 6 + [1]
    for case in range(221):
        count = [2, 3, 8, 12, 13, 24, 29, 30, 36, 40][case % 10]
        scale = [1.0, 30.0, 1e6][case % 3]
        values = [round(5 + value, 1) for value in decimals(count, 1, scale)]
        story = case // 3 % 6
        if story == 1:
            values = [round(value + (2.5 * scale if place > count * 0.6 else 0), 1) for place, value in enumerate(values)]
        if story == 2:
            values = [round(value / 50 + place * scale / (5 - case % 2 * 10), 1) for place, value in enumerate(values)]
        if story == 3:
            values = [0.1 * (case % 7)] * count
            values = [round(value, 1) for value in values]
        if story == 4:
            values[count // 2] = round(scale * 40, 1)
        start, end = baseline_of(count, case)
        if case == 220:
            values, start, end = vector, 0, 18
        points = [None if story == 5 and place % 8 == 5 and case != 220 else value for place, value in enumerate(values)]
        exact = [None if value is None else Fraction(str(value)) for value in points]
        based = [place for place in range(start, end) if exact[place] is not None]
        ranges = [abs(exact[place + 1] - exact[place]) for place in based if place + 1 in based]
        if len(based) < 3 or len(ranges) < 2:
            rows.append((points, f"{start}-{end}", "TooFew", "", "", "", "", "", "", "", ""))
            continue
        centre = sum(exact[place] for place in based) / Fraction(len(based))
        limit = Fraction("3.267") * sum(ranges) / len(ranges)
        kept = [value for value in ranges if value < limit or limit == 0]
        half = Fraction("2.66") * sum(kept) / len(kept)
        marks = signals(exact, [centre] * len(exact), [half] * len(exact))
        target, higher = round(float(centre) + float(RANDOM.normal(0, 2)) * float(half), 1), case % 2 == 0
        verdict = assurance(centre - half, centre + half, Fraction(str(target)), higher)
        rows.append(
            (
                points,
                f"{start}-{end}",
                centre,
                centre - half,
                centre + half,
                len(ranges) - len(kept),
                len(based) < 13,
                marks,
                target,
                higher,
                verdict,
            )
        )
    header = ["values", "baseline", "mean", "lower", "upper", "screened", "trial", "signals", "target", "higher", "assurance"]
    write("xmr", header, rows)


# ---- season -----


def season(points):
    if len(points) < 24:
        return ["TooFew(%d)" % len(points)] + [None] * 3
    months = np.array([month for month, _ in points])
    values = np.array([value for _, value in points])
    if np.ptp(values) == 0:
        return ["Constant"] + [None] * 3
    angles = 2 * np.pi * months / 12
    line = sm.add_constant(months - months.mean())
    wave = np.column_stack([line, np.cos(angles), np.sin(angles)])
    small, large = sm.OLS(values, line).fit(), sm.OLS(values, wave).fit()
    ratio, _, _ = large.compare_f_test(small)
    probability = stats.f.sf(ratio / 2, 2, len(points) - 4)
    if probability >= 0.002:
        return ["NotClear"] + [None] * 3
    across, up = large.params[2:]
    top = math.atan2(up, across)
    years = {}
    for month, rest in zip(months, small.resid):
        years.setdefault((months.max() - month) // 12, {}).setdefault(math.cos(2 * np.pi * month / 12 - top) > 0, []).append(rest)
    for halves in years.values():
        if sum(map(len, halves.values())) < 6:
            continue
        if len(halves) < 2 or np.mean(halves[True]) <= np.mean(halves[False]):
            return ["NotEveryYear"] + [None] * 3
    month_of = lambda angle: round(angle * 6 / math.pi) % 12 + 1
    return [math.hypot(across, up), month_of(top), month_of(top + math.pi), float(probability)]


def make_season():
    rows = []
    for case in range(220):
        count = 23 if case % 37 == 5 else [24, 30, 35, 36, 48][case % 5]
        start = 12 * 2020 + whole(0, 11)
        months = [start + place for place in range(count) if case % 6 or place % 9 != 4]
        height = [0.0, 0.6, 1.5, 3.0][case % 4]
        peak = float(RANDOM.uniform(0, 12))
        points = []
        drift = 0.0
        for month in months:
            wave = height * math.cos(2 * math.pi * (month - peak) / 12)
            # A season that ends half way is none; a slow drift is none either.
            if case % 11 == 7 and month > start + count / 2:
                wave = -wave
            drift += float(RANDOM.normal(0, 0.8)) if case % 13 == 3 else 0.0
            points.append((month, round(80 + 0.05 * (month - start) + wave + drift + float(RANDOM.normal(0, 1)), 2)))
        if case % 41 == 9:
            points = [(month, 7.5) for month in months]
        rows.append(([month for month, _ in points], [value for _, value in points], *season(points)))
    write("season", ["months", "values", "amplitude", "highest_month", "lowest_month", "probability"], rows)


def make_histogram():
    """Width by numpy's quartiles, counts by numpy.histogram, whiskers by selection; draws of its own."""
    random = np.random.default_rng(1981)
    rows = []
    for case in range(210):
        count = [10, 12, 18, 30, 47, 60, 163][case % 7]
        kind = case % 5
        if kind == 0:
            values = [round(float(it), 1) for it in random.normal(85, 6, count)]
        elif kind == 1:
            values = [int(it) for it in random.poisson([0.2, 3, 40][case % 3], count)]
        elif kind == 2:
            values = [round(float(it), 2) for it in random.lognormal(1, [0.4, 1.2, 2.0][case % 3], count)]
        elif kind == 3:
            # More than half are equal, and the quartiles with them.
            values = [5.5 if float(random.uniform()) < 0.8 else round(float(it), 1) for it in random.normal(5, 2, count)]
        else:
            values = [int(it) for it in random.integers(0, 4000, count)]
        values[1] = values[0] + 1
        exact = [Fraction(str(value)) for value in values]
        low, high = min(exact), max(exact)
        lower, upper = (float(it) for it in np.quantile(values, [0.25, 0.75], method="linear"))
        if upper > lower:
            rule, width = "fd", 2 * (upper - lower) / count ** (1 / 3)
        else:
            rule, width = "scott", 3.49 * float(np.std(values, ddof=1)) / count ** (1 / 3)
        rounds = [Fraction(multiple) * Fraction(10) ** power for power in range(-6, 9) for multiple in (1, 2, Fraction(5, 2), 5)]
        least = (high - low) / 58
        if width < least:
            rule_used, round_width = "most", min(it for it in rounds if it >= least)
        else:
            rule_used, round_width = rule, min(rounds, key=lambda it: abs(math.log(float(it) / width)))
        is_whole = all(it.denominator == 1 for it in exact)
        if is_whole:
            round_width = Fraction(2) if round_width == Fraction(5, 2) else max(Fraction(1), round_width)
        shift = Fraction(1, 2) if is_whole else Fraction(0)
        first = math.floor((low + shift) / round_width)
        last = math.ceil((high + shift) / round_width) if not is_whole else math.floor((high + shift) / round_width) + 1
        edges = [place * round_width - shift for place in range(first, last + 1)]
        # In whole multiples, so that numpy compares no rounded edges.
        scaled = [int(it * 1000) for it in exact]
        counts, _ = np.histogram(scaled, [int(it * 1000) for it in edges])
        assert sum(counts) == count
        reach = 1.5 * (upper - lower)
        inside = [value for value in values if lower - reach <= value <= upper + reach]
        box = [min(inside + [lower]), max(inside + [upper]), sum(v < lower - reach for v in values), sum(v > upper + reach for v in values)]
        rows.append((values, rule_used, width, float(round_width), float(edges[0]), list(counts), box))
    write("histogram", ["values", "rule", "rule_width", "width", "start", "counts", "box"], rows)


# ---- influence: Cook (1977), by statsmodels -----


def make_cook():
    # Draws of its own, so that those of the others stay as they were.
    draws = np.random.default_rng(19770215)
    rows = []
    for case in range(210):
        count = 4 + case % 15
        x = [round(float(it), 1) for it in draws.normal(0, 10, count)]
        y = [round(float(it), 2) for it in draws.normal(0, 5, count)]
        if case % 3 == 1:
            y = [round(2 + 0.7 * one + other / 4, 2) for one, other in zip(x, y)]
        if case % 3 == 2:
            # One far out: it has the line to itself.
            x[case % count] += 150.0
        found = sm.OLS(y, sm.add_constant(np.array(x))).fit()
        rows.append((x, y, list(found.get_influence().cooks_distance[0])))
    write("cook", ["x", "y", "distances"], rows)


if __name__ == "__main__":
    make_wilson()
    make_poisson()
    make_funnel()
    make_position()
    make_overdispersion()
    make_difference()
    make_ranks()
    make_rank_ranges()
    make_spine()
    make_quantiles()
    make_groups()
    make_correlation()
    make_line()
    make_theil_sen()
    make_trend()
    make_laney()
    make_xmr()
    # Last, so that the draws of the others stay as they were.
    make_exact_tail()
    make_season()
    make_histogram()
    make_cook()
