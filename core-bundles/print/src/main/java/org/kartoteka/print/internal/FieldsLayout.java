package org.kartoteka.print.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.print.PrintedFields;

/** Lays out groups of fields side by side. */
final class FieldsLayout {

  private final Paper paper;
  private final Wording wording;

  FieldsLayout(Paper paper, Wording wording) {
    this.paper = paper;
    this.wording = wording;
  }

  private record Line(String text, boolean strong) {}

  void print(PrintedFields fields) throws IOException {
    float width = paper.width() / fields.groups().size();
    List<List<Line>> groups = new ArrayList<>();
    for (PrintedFields.Group group : fields.groups()) {
      groups.add(lines(group, width - Paper.GAP));
    }
    int height = groups.stream().mapToInt(List::size).max().orElse(0);
    paper.turnUnlessFits(Math.min(height, 20) * Paper.LINE);
    for (int at = 0; at < height; at++) {
      paper.turnUnlessFits(Paper.LINE);
      paper.down(Paper.LINE);
      for (int group = 0; group < groups.size(); group++) {
        if (at < groups.get(group).size()) {
          Line line = groups.get(group).get(at);
          paper.write(line.text(), paper.left() + group * width, Paper.SIZE, line.strong());
        }
      }
    }
    paper.down(Paper.GAP);
  }

  private List<Line> lines(PrintedFields.Group group, float width) {
    List<Line> lines = new ArrayList<>();
    if (!group.heading().isEmpty()) {
      lines.add(new Line(group.heading(), true));
    }
    for (PrintedFields.Field field : group.fields()) {
      String value = wording.of(field.value());
      String text = field.label().isEmpty() ? value : field.label() + ": " + value;
      paper
          .letters()
          .lines(text, Paper.SIZE, width)
          .forEach(line -> lines.add(new Line(line, false)));
    }
    return lines;
  }
}
