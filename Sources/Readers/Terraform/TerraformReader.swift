package import TemplateModel
import SourceText
import Syntax

/// Reads Terraform: `.tf`, `.tf.json` (also CDKTF's `cdk.tf.json`), `.tfvars`, and plans of `terraform show -json`.
///
/// The files of an answer are read together, as a module's files refer to each other and modules call modules.
package enum TerraformReader {
  /// Adds what the files declare to the template that holds them.
  ///
  /// - Parameter files: places in `template.files`.
  package static func read(files: [Int], into template: inout Template) {
    let layout = TerraformLayout(files: files.map { template.files[$0] })
    let sources = files.map {
      TerraformSource($0, template.files[$0], unit: layout.unit(of: template.files[$0]))
    }
    let modules = TerraformModules(sources)
    for source in sources {
      let file = template.files[source.index]
      template.report(source.problems, in: file)
      if source.problems.contains(where: \.breaksOff) { template.files[source.index].isComplete = false }
      let names = modules.names(of: source.unit)
      let isVariables = file.path.contains(".tfvars")
      let assembly = TerraformAssembly(
        names: names, unit: isVariables ? file.path : source.unit, file: source.index)
      switch source.tree {
      case .hcl(let tree):
        var blocks = HCLBlocks(tree: tree, file: file, names: names)
        assembly.add(blocks.read(), to: &template)
        template.report(blocks.problems, in: file)
      case .json(let tree) where isVariables:
        var values = KeyedValues(tree: tree, file: file)
        for root in tree.children(of: KeyedTree.root) {
          let members = values.members(of: root) { _, _ in nil }
          let block = TerraformBlock(
            type: "", typeLocation: file.location, members: members, location: file.location)
          assembly.add([block], to: &template)
        }
        template.report(values.problems, in: file)
      case .json(let tree):
        if let plan = TerraformPlan(tree: tree, file: file, index: source.index) {
          plan.read(into: &template)
          template.report(plan.problems, in: file)
          continue
        }
        var blocks = JSONBlocks(tree: tree, file: file, names: names)
        assembly.add(blocks.read(), to: &template)
        template.report(blocks.problems, in: file)
      }
    }
  }
}

/// A file of Terraform with its tree.
struct TerraformSource {
  enum Tree {
    case hcl(HCLTree)
    case json(KeyedTree)
  }

  let index: Int
  let file: TemplateFile
  let unit: String
  let tree: Tree

  init(_ index: Int, _ file: TemplateFile, unit: String) {
    self.index = index
    self.file = file
    self.unit = unit
    tree = file.language == .json ? .json(JSONParser.parse(file.bytes)) : .hcl(HCLParser.parse(file.bytes))
  }

  var problems: [SourceProblem] {
    switch tree {
    case .hcl(let tree): tree.problems
    case .json(let tree): tree.problems
    }
  }
}
