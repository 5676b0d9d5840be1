import TemplateModel
enum PulumiYAMLReader {
  static func read(file index: Int, into template: inout Template) {}
}
