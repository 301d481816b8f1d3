import java.io.File;
import java.io.PrintStream;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a GEXF file into Gephi and saves it again as Gephi's own. */
public class ResaveGexf {
  public static void main(String[] arguments) throws Exception {
    System.setOut(new PrintStream(System.err, true, "UTF-8"));
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    if (container == null) throw new IllegalStateException("Gephi could not import the file.");
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    Lookup.getDefault().lookup(ExportController.class).exportFile(new File(arguments[1]));
    System.exit(0);
  }
}
