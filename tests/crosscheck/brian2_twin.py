"""The network of stdp-digits once more, in Brian 2, to compare the two spike by spike.

The equations stand here in Brian 2's own language and are integrated by its `exponential_euler`; thresholds, refractory
times, traces and synapses are Brian 2's. The starting weights and the input spikes are files that `stdp-digits` writes,
the constants those in the model's header. Nothing else is shared.

Three statements of the model that a reader might miss:

* Conductances act at their mean over a step, c = tau_g/dt * (1 - exp(-dt/tau_g)) times their value at its start.
* Input spikes of a step arrive before the cells integrate; all other spikes act from the next step on.
* A trace below 1e-3 counts as 0.

usage: brian2_twin.py TOOL WORK_FOLDER MNIST_FOLDER [--golden FOLDER] [--digits 50] [--neurons 20 100 400]
           [--rules power_law exponential pre_post pair]
"""

import argparse
import csv
import json
import struct
import subprocess
import sys
from pathlib import Path

import brian2 as b2
import numpy as np

FLOOR = 1e-3
# Time step at which the equations count as solved [ms].
FINE = 0.01
ms = b2.ms


def read_model(path):
    """Configuration, weights (784 x N) and thetas [mV] of a model file (safetensors)."""
    data = Path(path).read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])

    def tensor(name):
        begin, end = header[name]["data_offsets"]
        raw = data[8 + length + begin : 8 + length + end]
        return np.frombuffer(raw, "<f4").reshape(header[name]["shape"]).astype(float)

    config = json.loads(header["__metadata__"]["stdp-digits"])["config"]
    return config, tensor("weights"), tensor("theta")


def read_spikes(path, dt, population=None):
    """Steps and numbers of the spikes in a file, inputs or one population."""
    with open(path, newline="") as file:
        rows = [row for row in csv.DictReader(file) if row.get("population") == population]
    key = "input" if rows and "input" in rows[0] else "cell"
    steps = [round(float(row["time_ms"]) / dt) for row in rows]
    return np.array(steps, int), np.array([int(row[key]) for row in rows], int)


def updates(rule, w_max):
    """What a rule does at an input spike and at a spike of the cell; fx0, fx1, fx2 are the traces above their floor."""
    r, kind = rule, rule["kind"]
    inside = f"clip(w, 0, {w_max})"
    if kind in ("triplet", "pair"):
        depress = [f"w = clip(w - {r['nu_pre']} * fx1, 0, inf)"]
        gain = f"gain = {r['nu_post']} * fx0" + (" * fx2" if kind == "triplet" else "")
        # A weight that normalisation lifted above w_max comes down to it only when it learns.
        return depress, [gain, f"w = clip(w + gain, 0, {w_max}) * int(gain > 0) + w * int(gain <= 0)"]
    if kind == "exponential":
        change = f"fx0 * exp(-{r['beta']} * {inside}) - {r['x_tar']} * exp(-{r['beta']} * ({w_max} - {inside}))"
        return [], [f"w = clip({inside} + {r['nu_post']} * ({change}), 0, {w_max})"]
    power = f"w = clip({inside} + {r['nu_post']} * (fx0 - {r['x_tar']}) * ({w_max} - {inside})**{r.get('mu')}, 0, {w_max})"
    if kind == "power_law":
        return [], [power]
    if kind == "pre_post":
        less = f"clip(w - {r['nu_pre']} * fx1 * w**{r['mu']}, 0, {w_max})"
        return [f"w = {less} * int(fx1 > 0) + w * int(fx1 <= 0)"], [power]
    sys.exit(f"found the rule {kind}, which this script does not know")


def check(config):
    """Stops at an option that is not written here."""
    theta = config["theta"]
    if config["delay_max"]:
        sys.exit("found delays, which this script does not have")
    if not theta["adaptive"] or theta["scale_with_n"]:
        sys.exit("found theta fixed or scaled with N, which this script does not have")


class Twin:
    """One network in Brian 2."""

    def __init__(self, config, weights, theta, learning):
        check(config)
        self.config, self.learning = config, learning
        n, self.dt = len(theta), config["dt"]
        b2.defaultclock.dt = self.dt * ms
        exc = self._cells("exc", n, clamped=config["refractory"] == "clamped")
        inh = self._cells("inh", n, clamped=True)
        inputs = b2.SpikeGeneratorGroup(len(weights), [], [] * ms, when="start", order=0)
        plastic = self._plastic(inputs, exc, config["rule"])
        forward = b2.Synapses(exc, inh, on_pre=f"g_e_post += {config['w_exc_inh']}")
        forward.connect(j="i")
        lateral = b2.Synapses(inh, exc, on_pre=f"g_i_post += {config['w_inh_exc']}")
        lateral.connect(condition="i != j")
        self.exc, self.inh, self.inputs, self.plastic = exc, inh, inputs, plastic
        self.spikes = {"exc": b2.SpikeMonitor(exc), "inh": b2.SpikeMonitor(inh)}
        margins = {"when": "thresholds", "order": -1, "record": True}
        self.margins = {name: b2.StateMonitor(cells, "margin", **margins) for name, cells in (("exc", exc), ("inh", inh))}
        monitors = [*self.spikes.values(), *self.margins.values()]
        self.net = b2.Network(exc, inh, inputs, plastic, forward, lateral, *monitors)
        self.plastic.w = weights[np.array(plastic.i), np.array(plastic.j)]
        exc.theta = theta

    def _cells(self, name, n, clamped):
        """A population; a clamped one does not integrate while it is refractory, another only does not fire."""
        p, dt = self.config[name], self.dt
        mean = {g: p[f"tau_{g}"] / dt * (1 - np.exp(-dt / p[f"tau_{g}"])) for g in ("g_e", "g_i")}
        unless = "(unless refractory)" if clamped else ""
        threshold = f"({p['v_thresh']} + theta - {self.config['theta']['offset']})" if name == "exc" else p["v_thresh"]
        equations = f"""
        dv/dt = (({p['v_rest']} - v) + {mean['g_e']}*g_e*({p['e_exc']} - v) + {mean['g_i']}*g_i*({p['e_inh']} - v))
                / ({p['tau_m']}*ms) : 1 {unless}
        dg_e/dt = -g_e/({p['tau_g_e']}*ms) : 1
        dg_i/dt = -g_i/({p['tau_g_i']}*ms) : 1
        theta : 1
        margin = v - {threshold} : 1
        """
        reset = f"v = {p['v_reset']}"
        if name == "exc" and self.learning:
            reset += f"; theta += {self.config['theta']['plus']}"
        # An inhibitory cell integrates again t_ref after the end of the step of its spike.
        refractory = p["t_ref"] + (dt if name == "inh" else 0)
        return b2.NeuronGroup(
            n, equations, method="exponential_euler", threshold="margin > 0", reset=reset, refractory=refractory * ms)

    def _plastic(self, inputs, exc, rule):
        if not self.learning:
            synapses = b2.Synapses(inputs, exc, "w : 1", on_pre={"deliver": "g_e_post += w"})
        else:
            depress, potentiate = updates(rule, self.config["w_max"])
            # Traces of the input and of the cell. Brian 2 has its own use for names that end in _pre and _post.
            fast = rule.get("tau_x_post1", rule.get("tau_x_post", 20))
            taus = {"x0": rule["tau_x_pre"], "x1": fast, "x2": rule.get("tau_x_post2", fast)}
            traces = [f"d{x}/dt = -{x}/({tau}*ms) : 1 (event-driven)" for x, tau in taus.items()]
            # What a trace has decayed to since its last spike, at s0, s1 or s2, has the floor, not its value.
            times = [f"s{x[1]} : second" for x in taus]
            floored = [f"f{x} = {x} * int(exp(-(t - s{x[1]})/({tau}*ms)) >= {FLOOR})" for x, tau in taus.items()]
            base = (lambda x: f"f{x} + ") if self.config["additive_traces"] else lambda x: ""
            spike = {x: [f"{x} = {base(x)}1", f"s{x[1]} = t"] for x in taus}
            synapses = b2.Synapses(
                inputs, exc, "\n".join(["w : 1", *traces, *times]),
                on_pre={"deliver": "g_e_post += w", "depress": "\n".join([*floored, *depress, *spike["x0"]])},
                on_post={"potentiate": "\n".join([*floored, *potentiate, *spike["x1"], *spike["x2"]])})
            synapses.depress.when, synapses.depress.order = "synapses", 0
            synapses.potentiate.when, synapses.potentiate.order = "synapses", 1
        synapses.deliver.when, synapses.deliver.order = "start", 1
        synapses.connect()
        return synapses

    def learned(self, weights, theta):
        self.plastic.w = weights.ravel()
        self.exc.theta = theta

    def weights(self):
        return np.array(self.plastic.w).reshape(len(self.inputs), len(self.exc))

    def theta(self):
        return np.array(self.exc.theta)

    def present(self, steps, inputs, length):
        """One look of `length` steps from rest. Returns the spikes of each population as (step, cell)."""
        config, exc, inh = self.config, self.exc, self.inh
        for cells, p in ((exc, config["exc"]), (inh, config["inh"])):
            cells.v, cells.g_e, cells.g_i, cells.lastspike = p["v_rest"], 0, 0, -1e4 * b2.second
        if self.learning:
            if config["normalize"]:
                scale = config["w_norm"] / self.weights().sum(axis=0)
                scaled = self.weights() * np.where(abs(scale - 1) < 1e-6, 1, scale)
                self.plastic.w = np.where(scaled < 1e-8, 0, scaled).ravel()
            self.plastic.x0, self.plastic.x1, self.plastic.x2 = 0, 0, 0
        first = round(self.net.t / (self.dt * ms))
        self.inputs.set_spikes(inputs, (steps + first) * self.dt * ms)
        seen = {name: len(monitor.i) for name, monitor in self.spikes.items()}
        self.net.run(length * self.dt * ms)
        if self.learning:
            self.exc.theta *= np.exp(-length * self.dt / config["theta"]["tau"])
        self.begun = first
        return {name: self._fired(monitor, seen[name], first) for name, monitor in self.spikes.items()}

    def _fired(self, monitor, seen, first):
        steps = np.round(np.array(monitor.t / ms)[seen:] / self.dt).astype(int) - first
        return set(zip(steps.tolist(), np.array(monitor.i)[seen:].tolist()))

    def margin(self, name, step, cell):
        """How far a cell is from its threshold in a step of the last look [mV]."""
        return float(abs(self.margins[name].margin[cell][self.begun + step]))



def run(tool, *arguments):
    subprocess.run([tool, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def compare(tool, folder, mnist, n, rule, learning, digits, golden):
    """Shows `digits` images to both; a row of the table. Learning, each carries its own weights while their spikes agree."""
    model = folder / f"{n}-{rule}.safetensors"
    # Stronger inputs than the default's: more spikes to compare.
    (folder / "train.json").write_text(json.dumps({"front_end": "pixels", "w_norm": 60, "theta": {"scale_with_n": False}}))
    run(tool, "train", "--config", folder / "train.json", "--mnist", mnist, "--neurons", n, "--rule", rule,
        "--images", 60, "--passes", 10, "--out", model)
    config, weights, theta = read_model(model)
    dt, length = config["dt"], round(config["t_present"] / config["dt"])
    twin = Twin(config, weights, theta, learning)
    ours, theirs, same, first_margins, off = 0, 0, 0, [], [0.0, 0.0]
    files = [folder / name for name in ("in.csv", "out.csv", "next.safetensors")]
    (folder / "config.json").write_text(json.dumps(config))
    for digit in range(digits):
        run(tool, "encode", "--mnist", mnist, "--set", "train", "--image", digit, "--config", folder / "config.json",
            "--out", files[0])
        arguments = ["--model", model, "--input-spikes", files[0], "--out", files[1]]
        run(tool, "simulate", *arguments, *(["--learn", "--out-model", files[2]] if learning else []))
        steps, inputs = read_spikes(files[0], dt)
        found = {name: set(zip(*(x.tolist() for x in read_spikes(files[1], dt, name)))) for name in ("exc", "inh")}
        expected = twin.present(steps, inputs, length)
        ours, theirs = ours + len(found["exc"]), theirs + len(expected["exc"])
        same += len(found["exc"] & expected["exc"])
        differ = [(step, name, cell) for name in found for step, cell in found[name] ^ expected[name]]
        if differ:
            step, name, cell = min(differ)
            first_margins.append(twin.margin(name, step, cell))
        if learning:
            model = files[2]
            _, weights, theta = read_model(model)
            if differ:
                # One spike more or less sends learning another way: both go on from the same weights again.
                twin.learned(weights, theta)
            else:
                off = [max(off[0], abs(weights - twin.weights()).max()), max(off[1], abs(theta - twin.theta()).max())]
        if golden and digit < 3:
            name = "learning" if learning else "looking"
            write_golden(golden, f"{name}{digit}", files[0] if not learning else None, expected["exc"], dt)
    row = {
        "neurons": n, "rule": rule, "learning": learning, "digits": digits, "spikes": ours, "spikes_brian2": theirs, "same": same,
        "share": same / max(ours, theirs), "digits_that_differ": len(first_margins),
        "largest_margin_mv": max(first_margins, default=0.0), "weight_difference": float(off[0]), "theta_difference": float(off[1]),
    }
    return row


def fine(tool, folder, mnist, n, digits):
    """The time step: looks of ours at dt = 0.5 ms and of Brian 2 at 0.5 and 0.01 ms, the same input spikes; counts of each."""
    model, files = folder / f"{n}-triplet.safetensors", (folder / "in.csv", folder / "out.csv")
    config, weights, theta = read_model(model)
    (folder / "config.json").write_text(json.dumps(config))
    length = round(config["t_present"] / config["dt"])
    times = round(config["dt"] / FINE)
    twins = [Twin({**config, "dt": dt}, weights, theta, False) for dt in (config["dt"], FINE)]
    for digit in range(digits):
        run(tool, "encode", "--mnist", mnist, "--set", "train", "--image", digit, "--config", folder / "config.json",
            "--out", files[0])
        run(tool, "simulate", "--model", model, "--input-spikes", files[0], "--out", files[1])
        steps, inputs = read_spikes(files[0], config["dt"])
        ours = read_spikes(files[1], config["dt"], "exc")[0]
        b2.defaultclock.dt = config["dt"] * ms
        same = twins[0].present(steps, inputs, length)["exc"]
        b2.defaultclock.dt = FINE * ms
        exact = twins[1].present(steps * times, inputs, length * times)["exc"]
        cells = [{cell for _, cell in spikes} for spikes in (same, exact)]
        yield digit, len(ours), len(same), len(exact), len(cells[0] & cells[1]), len(cells[0] | cells[1])


def write_golden(folder, name, inputs, spikes, dt):
    if inputs:
        (folder / f"{name}_in.csv").write_bytes(Path(inputs).read_bytes())
    lines = [f"{step * dt:g},exc,{cell}\n" for step, cell in sorted(spikes)]
    (folder / f"{name}_out.csv").write_text("time_ms,population,cell\n" + "".join(lines))


def golden_files(tool, folder, mnist, golden):
    """What `cargo test` compares with: the start of 20 cells, and Brian 2's weights and thetas after three digits."""
    config, weights, theta = read_model(folder / "20-triplet.safetensors")
    (golden / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    np.save(golden / "weights.npy", weights.astype("<f4"))
    np.save(golden / "theta.npy", theta)
    twin = Twin(config, weights, theta, learning=True)
    for digit in range(3):
        steps, inputs = read_spikes(golden / f"looking{digit}_in.csv", config["dt"])
        twin.present(steps, inputs, round(config["t_present"] / config["dt"]))
    np.save(golden / "weights_after.npy", twin.weights().astype("<f4"))
    np.save(golden / "theta_after.npy", twin.theta())


def golden_options(golden):
    """The same three digits and starting weights with each of the options that take another path, learning."""
    for name, option in json.loads((golden / "options.json").read_text()).items():
        config = json.loads((golden / "config.json").read_text())
        for key, value in option.items():
            config[key] = {**config[key], **value} if isinstance(value, dict) else value
        twin = Twin(config, np.load(golden / "weights.npy").astype(float), np.load(golden / "theta.npy"), learning=True)
        for digit in range(3):
            steps, inputs = read_spikes(golden / f"looking{digit}_in.csv", config["dt"])
            spikes = twin.present(steps, inputs, round(config["t_present"] / config["dt"]))["exc"]
            write_golden(golden, f"{name}{digit}", None, spikes, config["dt"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("mnist", type=Path)
    parser.add_argument("--golden", type=Path)
    parser.add_argument("--digits", type=int, default=50)
    parser.add_argument("--neurons", type=int, nargs="+", default=[20, 100, 400])
    parser.add_argument("--fine", type=int, default=4, help="looks that are repeated at a time step of 0.01 ms")
    parser.add_argument("--rules", nargs="*", default=["power_law", "exponential", "pre_post", "pair"])
    args = parser.parse_args()
    b2.prefs.codegen.target = "numpy"
    args.folder.mkdir(parents=True, exist_ok=True)
    print(f"Brian {b2.__version__}, numpy {np.__version__}; spikes at the same step of the same cell\n")
    print("| N | rule | learning | digits | spikes | Brian 2 | same | share | digits that differ | by at most | weights | theta |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|", flush=True)
    rows = []
    runs = [(n, "triplet", learning) for n in args.neurons for learning in (False, True)]
    runs += [(args.neurons[-1], rule, True) for rule in args.rules]
    for n, rule, learning in runs:
        golden = args.golden if (n, rule) == (20, "triplet") else None
        row = compare(args.tool, args.folder, args.mnist, n, rule, learning, args.digits, golden)
        rows.append(row)
        print(
            f"| {n} | {rule} | {'on' if learning else 'off'} | {row['digits']} | {row['spikes']} "
            f"| {row['spikes_brian2']} | {row['same']} | {100 * row['share']:.2f} % | {row['digits_that_differ']} "
            f"| {row['largest_margin_mv']:.1e} mV | {row['weight_difference']:.1e} "
            f"| {row['theta_difference']:.1e} mV |", flush=True)
    if args.golden:
        golden_files(args.tool, args.folder, args.mnist, args.golden)
        golden_options(args.golden)
        (args.golden / "table.json").write_text(json.dumps(rows, indent=1) + "\n")
    print("\n| digit | spikes here, 0.5 ms | Brian 2, 0.5 ms | Brian 2, 0.01 ms | cells in both | cells in either |")
    print("|---|---|---|---|---|---|", flush=True)
    for row in fine(args.tool, args.folder, args.mnist, args.neurons[-1], args.fine):
        print("| " + " | ".join(map(str, row)) + " |", flush=True)
    share = sum(row["same"] for row in rows) / sum(max(row["spikes"], row["spikes_brian2"]) for row in rows)
    print(f"\n{100 * share:.2f} % of all spikes at the same step")
    if share < 0.99:
        sys.exit("error: fewer than 99 % of the spikes agree")


if __name__ == "__main__":
    main()
