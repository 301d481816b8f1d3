"""Reads RDF files with rdflib and asks them questions, from JSON on stdin to JSON on stdout."""

import json
import sys

from rdflib import Dataset, Graph, URIRef
from rdflib.compare import isomorphic


def read(file):
    # rdflib takes what it cannot convert, such as days before Christ, for text, and says so at length.
    dataset = Dataset(default_union=True)
    dataset.parse(file["path"], format=file["format"])
    return dataset


def cell(term):
    if term is None:
        return ""
    text = str(term)
    return text.replace("#", "/").split("/")[-1] if isinstance(term, URIRef) else text


def united(dataset):
    graph = Graph()
    for subject, predicate, obj, _ in dataset.quads():
        graph.add((subject, predicate, obj))
    return graph


task = json.load(sys.stdin)
datasets = [read(file) for file in task["files"]]
graphs = [united(dataset) for dataset in datasets]
answers = [
    [sorted({" | ".join(cell(term) for term in row) for row in dataset.query(question)}) for question in task["questions"]]
    for dataset in datasets
]
json.dump(
    {
        "triples": [len(graph) for graph in graphs],
        "quads": [len(list(dataset.quads())) for dataset in datasets],
        "alike": [isomorphic(graphs[0], graph) for graph in graphs],
        "answers": answers,
    },
    sys.stdout,
)
