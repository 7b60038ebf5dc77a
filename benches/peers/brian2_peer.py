"""How long Brian 2 takes for one presentation of the network: prints a line of JSON.

The equations, constants and time step (0.5 ms) are those of stdp-digits, from trained weights and thetas. What differs:

* Every presentation is 350 ms of input and 150 ms of rest, 1,000 steps, looking too; none is repeated.
* Weights are not normalised between presentations, and nothing is reset: the rest is what it is for.
* Traces have no floor; thetas decay in every step; the membrane is `exponential_euler`, as in the crosscheck.
* `runtime` sets the rates before every run, as scripts for this network do; `standalone` compiles one program that
  reads all pictures from an array.

The time is the processor's, of one thread, for the running network alone: nothing is recorded, compiling is not counted.

usage: brian2_peer.py runtime|standalone learn|look XeAe.npy theta_A.npy TRAIN_IMAGES IMAGES WORK_FOLDER
"""

import json
import resource
import statistics
import subprocess
import sys
import time

import brian2 as b2
import numpy as np

mode, work, weights_file, theta_file, images_file, count, folder = sys.argv[1:]
count, learning = int(count), work == "learn"
ms, second = b2.ms, b2.second
if mode == "standalone":
    b2.set_device("cpp_standalone", build_on_run=False, directory=folder)
else:
    b2.prefs.codegen.target = "cython"
b2.defaultclock.dt = 0.5 * ms

start_theta = 1000 * np.load(theta_file).ravel()  # V in the file, mV here
n = len(start_theta)
weights = np.load(weights_file)
if weights.shape != (784, n):
    # Rows of (input, cell, weight), as the published code writes them.
    dense = np.zeros((784, n))
    dense[weights[:, 0].astype(int), weights[:, 1].astype(int)] = weights[:, 2]
    weights = dense
pixels = np.fromfile(images_file, np.uint8, 784 * count, offset=16).reshape(count, 784)
rates = pixels / 8 * 2  # Hz

cells = """
dv/dt = (v_rest - v + g_e * (0 - v) + g_i * (e_inh - v)) / tau_m : 1
dg_e/dt = -g_e / (1 * ms) : 1
dg_i/dt = -g_i / (2 * ms) : 1
"""
exc = b2.NeuronGroup(
    n,
    cells + ("dtheta/dt = -theta / (5e6 * ms) : 1" if learning else "theta : 1"),
    threshold="v > theta - 72",
    reset="v = -65; theta += 0.05" if learning else "v = -65",
    refractory=5 * ms,
    method="exponential_euler",
    namespace={"v_rest": -65, "e_inh": -100, "tau_m": 100 * ms},
)
inh = b2.NeuronGroup(
    n,
    cells.replace(": 1", ": 1 (unless refractory)", 1),
    threshold="v > -40",
    reset="v = -45",
    refractory=2 * ms,
    method="exponential_euler",
    namespace={"v_rest": -60, "e_inh": -85, "tau_m": 10 * ms},
)
exc.v, inh.v, exc.theta = -65, -60, start_theta

if mode == "standalone":
    shown = np.repeat(rates, 10, axis=0)  # in slots of 50 ms: 7 of input, 3 of rest
    shown[np.arange(10 * count) % 10 >= 7] = 0
    stimulus = b2.TimedArray(shown * b2.Hz, dt=50 * ms)
    inputs = b2.PoissonGroup(784, rates="stimulus(t, i)")
else:
    inputs = b2.PoissonGroup(784, rates=np.zeros(784) * b2.Hz)

if learning:
    plastic = b2.Synapses(
        inputs,
        exc,
        """w : 1
        dpre/dt = -pre / (20 * ms) : 1 (event-driven)
        dpost1/dt = -post1 / (20 * ms) : 1 (event-driven)
        dpost2/dt = -post2 / (80 * ms) : 1 (event-driven)""",
        on_pre="g_e_post += w; pre = 1; w = clip(w - 1e-4 * post1, 0, 1)",
        on_post="w = clip(w + 0.06 * pre * post2, 0, 1); post1 = 1; post2 = 1",
    )
else:
    plastic = b2.Synapses(inputs, exc, "w : 1", on_pre="g_e_post += w")
plastic.connect()
plastic.w = weights.ravel()
forward = b2.Synapses(exc, inh, on_pre="g_e_post += 10.4")
forward.connect(j="i")
lateral = b2.Synapses(inh, exc, on_pre="g_i_post += 20")
lateral.connect(condition="i != j")
net = b2.Network(exc, inh, inputs, plastic, forward, lateral)

if mode == "standalone":
    net.run(count * 0.5 * second)
    b2.device.build(directory=folder, compile=True, run=False)
    subprocess.run(["./main"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(["./main"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    each = (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) / count
else:
    times = []
    for image in rates:
        start = time.process_time()
        inputs.rates = image * b2.Hz
        net.run(350 * ms)
        inputs.rates = 0 * b2.Hz
        net.run(150 * ms)
        times.append(time.process_time() - start)
    each = statistics.median(times[2:])  # the first ones compile
print(json.dumps({"peer": f"Brian 2 {b2.__version__}, {mode}", "work": work, "neurons": n, "images": count,
                  "ms": round(1e3 * each, 3), "us_per_step": round(1e3 * each, 3)}))
