"""Reads a GraphML file with networkx and igraph and prints, as JSON, what arrived in each."""

import json
import math
import sys

import igraph
import networkx


def told(values):
    """Without ids, and without what igraph puts where there is no value: a nan, an empty text or False."""
    return {
        name: value
        for name, value in values.items()
        if name != "id" and value not in ("", False) and not (isinstance(value, float) and math.isnan(value))
    }


file = sys.argv[1]
first = networkx.read_graphml(file)
second = igraph.Graph.Read_GraphML(file)
names = second.vs["id"]
answer = {
    "networkx": {
        "directed": first.is_directed(),
        "nodes": {node: told(data) for node, data in first.nodes(data=True)},
        "edges": {
            key: {"source": source, "target": target, **told(data)}
            for source, target, key, data in first.edges(keys=True, data=True)
        },
    },
    "igraph": {
        "directed": second.is_directed(),
        "nodes": {node["id"]: told(node.attributes()) for node in second.vs},
        "edges": {
            edge["claim"]: {
                "source": names[edge.source],
                "target": names[edge.target],
                **told(edge.attributes()),
            }
            for edge in second.es
        },
    },
}
print(json.dumps(answer))
