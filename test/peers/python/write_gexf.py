"""Writes a GEXF file with networkx and prints, as JSON, what the graph in it holds."""

import json
import sys

import networkx

name, path, version = sys.argv[1:]

if name == "undirected":
    graph = networkx.les_miserables_graph()
    for node in graph:
        graph.nodes[node]["label"] = f"{node} <&> “é”"
        graph.nodes[node]["kind of"] = "character"
elif name == "multi":
    graph = networkx.MultiDiGraph(name="parallel")
    graph.add_node("a", label="Ada", born=1815, score=0.1, alive=False, start="1815-12-10")
    graph.add_node("b", label="Bob\nin lines", born=1900, score=2.5, alive=True)
    graph.add_node("c")
    graph.add_edge("a", "b", id="first", relation="knows", weight=2)
    graph.add_edge("a", "b", id="second", relation="pays", since="2001")
    graph.add_edge("b", "b", id="third", relation="knows")
    graph.add_edge("c", "a", id="fourth", relation="knows", start="2001-01-01", end="2002-01-01")
else:
    graph = networkx.random_labeled_tree(300, seed=7)

networkx.write_gexf(graph, path, version=version)
edges = graph.edges(keys=True) if graph.is_multigraph() else graph.edges()
answer = {
    "directed": graph.is_directed(),
    "nodes": {str(node): str(data.get("label", node)) for node, data in graph.nodes(data=True)},
    "edges": [[str(source), str(target)] for source, target, *_ in edges],
}
print(json.dumps(answer))
