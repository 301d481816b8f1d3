"""Answers questions for paths with networkx, from JSON on stdin to JSON on stdout."""

import itertools
import json
import sys

import networkx as nx


def answer(task):
    graph = (nx.MultiDiGraph if task["directed"] else nx.MultiGraph)()
    graph.add_nodes_from(task["nodes"])
    for source, target, key, weight in task["edges"]:
        graph.add_edge(source, target, key=key, weight=weight)
    start, end = task["start"], task["end"]
    if not nx.has_path(graph, start, end):
        return {"shortest": None, "count": 0, "all": [], "weights": []}
    # Each edge becomes a node, so that two edges between the same two nodes are two paths.
    split = nx.DiGraph()
    for source, target, key, weight in task["edges"]:
        for a, b in [(source, target)] if task["directed"] else [(source, target), (target, source)]:
            way = (key, a)
            split.add_edge(a, way, weight=0)
            split.add_edge(way, b, weight=weight)
    cheapest = nx.shortest_simple_paths(split, start, end, weight="weight")
    weights = [nx.path_weight(split, path, "weight") for path in itertools.islice(cheapest, task["top"])]
    paths = nx.all_simple_edge_paths(graph, start, end, cutoff=task["max"])
    return {
        "shortest": nx.shortest_path_length(graph, start, end),
        "count": len(list(nx.all_shortest_paths(split, start, end))),
        "all": sorted(" ".join(key for _, _, key in path) for path in paths),
        "weights": weights,
    }


json.dump([answer(task) for task in json.load(sys.stdin)], sys.stdout)
