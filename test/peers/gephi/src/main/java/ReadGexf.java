import java.awt.Color;
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a GEXF file into Gephi and prints, as JSON, what arrived there and what Gephi said about it. */
public class ReadGexf {
  public static void main(String[] arguments) throws Exception {
    PrintStream answer = new PrintStream(System.out, true, "UTF-8");
    System.setOut(System.err);
    answer.println(json(read(new File(arguments[0]))));
    System.exit(0);
  }

  private static Map<String, Object> read(File file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    if (container == null) throw new IllegalStateException("Gephi could not import the file.");
    container.getLoader().setAutoScale(false);
    Report report = container.getReport();
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("directed", model.isDirected());
    answer.put("dynamic", model.isDynamic());
    answer.put("timeFormat", model.getTimeFormat().name());
    answer.put("timeZone", model.getTimeZone().getID());
    answer.put("timeBounds", bounds(model.getTimeBounds()));
    answer.put("nodeColumns", columns(model.getNodeTable()));
    answer.put("edgeColumns", columns(model.getEdgeTable()));
    answer.put("nodes", nodes(model));
    answer.put("edges", edges(model));
    answer.put("issues", issues(report));
    return answer;
  }

  private static List<Object> nodes(GraphModel model) {
    List<Object> nodes = new ArrayList<>();
    for (Node node : model.getGraph().getNodes().toArray()) {
      Map<String, Object> told = element(node, model.getNodeTable());
      Color color = node.getColor();
      told.put("color", new int[] {color.getRed(), color.getGreen(), color.getBlue()});
      told.put("size", node.size());
      told.put("x", node.x());
      told.put("y", node.y());
      nodes.add(told);
    }
    return nodes;
  }

  private static List<Object> edges(GraphModel model) {
    List<Object> edges = new ArrayList<>();
    for (Edge edge : model.getGraph().getEdges().toArray()) {
      Map<String, Object> told = element(edge, model.getEdgeTable());
      told.put("source", edge.getSource().getId());
      told.put("target", edge.getTarget().getId());
      told.put("kind", edge.getTypeLabel());
      told.put("directed", edge.isDirected());
      told.put("weight", edge.getWeight());
      edges.add(told);
    }
    return edges;
  }

  private static Map<String, Object> element(Element element, Table table) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", element.getId());
    told.put("label", element.getLabel());
    told.put("spells", spells(element));
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : table) {
      if (column.getOrigin().name().equals("DATA") && element.getAttribute(column) != null) {
        values.put(column.getId(), element.getAttribute(column));
      }
    }
    told.put("values", values);
    return told;
  }

  private static List<Object> spells(Element element) {
    List<Object> spells = new ArrayList<>();
    if (element.getAttribute("timeset") instanceof IntervalSet times) {
      for (Interval interval : times.toArray()) spells.add(bounds(interval));
    }
    return spells;
  }

  /** Milliseconds since 1970; null where the bound is open. */
  private static List<Object> bounds(Interval interval) {
    List<Object> bounds = new ArrayList<>();
    for (double bound : new double[] {interval.getLow(), interval.getHigh()}) {
      bounds.add(Double.isInfinite(bound) ? null : bound);
    }
    return bounds;
  }

  private static List<Object> columns(Table table) {
    List<Object> columns = new ArrayList<>();
    for (Column column : table) {
      if (!column.getOrigin().name().equals("DATA")) continue;
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("id", column.getId());
      told.put("title", column.getTitle());
      told.put("type", column.getTypeClass().getSimpleName());
      columns.add(told);
    }
    return columns;
  }

  private static List<Object> issues(Report report) {
    List<Object> issues = new ArrayList<>();
    for (Iterator<Issue> all = report.getIssues(Integer.MAX_VALUE); all.hasNext(); ) {
      Issue issue = all.next();
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("level", issue.getLevel().name());
      told.put("message", issue.getMessage());
      issues.add(told);
    }
    return issues;
  }

  private static String json(Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) return "" + value;
    StringBuilder text = new StringBuilder();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> text.append(",").append(quoted("" + key)).append(":").append(json(item)));
      return text.isEmpty() ? "{}" : "{" + text.substring(1) + "}";
    }
    if (value instanceof List<?> list) return json(list.toArray());
    if (!value.getClass().isArray()) return quoted(value.toString());
    for (int index = 0; index < Array.getLength(value); index++) {
      text.append(",").append(json(Array.get(value, index)));
    }
    return text.isEmpty() ? "[]" : "[" + text.substring(1) + "]";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      boolean plain = character >= ' ' && character < 127 && character != '"' && character != '\\';
      quoted.append(plain ? "" + character : String.format("\\u%04x", (int) character));
    }
    return quoted.append('"').toString();
  }
}
