"""Asks one tool of the Python world. Usage: ask.py tool task.json seconds; prints JSON."""

import gc
import itertools
import json
import resource
import sys
import time

tool, task_file, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
with open(task_file) as file:
    task = json.load(file)
nodes, links, pairs = task["nodes"], task["links"], task["pairs"]


def ask_networkx():
    import networkx as nx

    def build():
        graph = nx.Graph()
        graph.add_nodes_from(range(nodes))
        graph.add_weighted_edges_from(links)
        return graph

    def questions(graph):
        def paths(a, b):
            found = list(nx.all_simple_paths(graph, a, b, cutoff=4))
            return 1000 * len(found) + sum(len(path) - 1 for path in found)

        def five(a, b):
            return sum(len(path) - 1 for path in itertools.islice(nx.shortest_simple_paths(graph, a, b), 5))

        return {
            "shortest": lambda a, b: len(nx.bidirectional_shortest_path(graph, a, b)) - 1,
            "weighted": lambda a, b: nx.bidirectional_dijkstra(graph, a, b)[0],
            "k = 5": five,
            "all ≤ 4": paths,
        }

    return build, questions, nx.NetworkXNoPath


def ask_igraph():
    import igraph

    def build():
        graph = igraph.Graph(n=nodes, edges=[link[:2] for link in links])
        graph.es["weight"] = [link[2] for link in links]
        return graph

    def questions(graph):
        weights = graph.es["weight"]

        def paths(a, b):
            found = graph.get_all_simple_paths(a, to=b, maxlen=4)
            return 1000 * len(found) + sum(len(path) - 1 for path in found)

        return {
            "shortest": lambda a, b: len(graph.get_shortest_path(a, b, output="epath")),
            "weighted": lambda a, b: sum(
                weights[edge] for edge in graph.get_shortest_path(a, b, weights="weight", output="epath")
            ),
            "k = 5": lambda a, b: sum(map(len, graph.get_k_shortest_paths(a, b, k=5, output="epath"))),
            "all ≤ 4": paths,
        }

    return build, questions, ()


def ask_rustworkx():
    import rustworkx as rx

    def build():
        graph = rx.PyGraph(multigraph=False)
        graph.add_nodes_from(list(range(nodes)))
        graph.add_edges_from([tuple(link) for link in links])
        return graph

    def questions(graph):
        def path(a, b, **weights):
            found = rx.dijkstra_shortest_paths(graph, a, target=b, **weights)
            return list(found[b]) if b in found else []

        def weighted(a, b):
            found = path(a, b, weight_fn=float)
            return round(sum(graph.get_edge_data(*step) for step in itertools.pairwise(found)))

        def paths(a, b):
            found = rx.all_simple_paths(graph, a, b, cutoff=5)
            return 1000 * len(found) + sum(len(path) - 1 for path in found)

        return {
            "shortest": lambda a, b: max(0, len(path(a, b, default_weight=1.0)) - 1),
            "weighted": weighted,
            "all ≤ 4": paths,
        }

    return build, questions, ()


def timed(ask, no_path):
    """For half of the time it keeps the answers and warms up, for the other half it is measured; the clock is read once a
    millisecond or so, as in ask.mjs."""

    def answer(pair):
        try:
            return ask(*pair)
        except no_path:
            return 0

    values = []
    start = time.process_time()
    for pair in pairs:
        if time.process_time() - start > seconds / 2:
            break
        values.append(answer(pair))
    per_question = (time.process_time() - start) / len(values)
    some = max(1, int(0.001 / per_question))
    start = time.process_time()
    asked = 0
    while time.process_time() - start < seconds / 2:
        for _ in range(some):
            answer(pairs[asked % len(pairs)])
            asked += 1
    return {"rate": asked / (time.process_time() - start), "values": values}


def resident():
    """What the process holds now; only Linux tells."""
    gc.collect()
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


build, questions, no_path = {"networkx": ask_networkx, "igraph": ask_igraph, "rustworkx": ask_rustworkx}[tool]()
before = resident()
start = time.process_time()
graph = build()
built = time.process_time() - start
memory = resident() - before
kinds = {kind: timed(ask, no_path) for kind, ask in questions(graph).items()}
print(json.dumps({"build": built, "memory": memory, "kinds": kinds}))
