import Foundation
import Readers
import SourceText
import TemplateModel

func clip(_ v: Value, _ n: Int) -> String { v.summary(limit: n).replacingOccurrences(of: "\n", with: "⏎") }
let args = CommandLine.arguments.dropFirst()
let limit = Int(args.first ?? "") ?? 150
for path in args.dropFirst() {
  guard let data = FileManager.default.contents(atPath: path) else { continue }
  let document = SourceFile(path: path, bytes: [UInt8](data))
  let start = Date()
  let t = TemplateReader.template(from: [document])
  let ms = Int(Date().timeIntervalSince(start) * 1000)
  if limit == 0 {
    let code = t.files.filter { ($0.dialect == .pulumi || $0.dialect == .cdktf) && $0.standing == .final && $0.language != .yaml && $0.language != .json && $0.role != .unitTest && $0.role != .integrationTest }
    let un = t.resources.flatMap { $0.properties.references }.filter { $0.reference.kind == .unresolved }.count
    var computed = 0
    for r in t.resources { r.properties.forEach { if case .computed = $0.kind { computed += 1 } } }
    let noncanon = t.resources.filter { $0.canonicalType == $0.type && !$0.isLookup }.count
    print("\(path)\tcodefiles=\(code.count)\tbytes=\(code.reduce(0) { $0 + $1.bytes.count })\tresources=\(t.resources.count)\tnoncanon=\(noncanon)\tunresolved=\(un)\tcomputed=\(computed)\tproblems=\(t.problems.count)\tms=\(ms)")
    continue
  }
  print("######", path, "\(ms)ms")
  for f in t.files where f.dialect != nil { print("  file", f.path, f.language, f.dialect?.rawValue ?? "-", f.role, f.standing) }
  for r in t.resources {
    let l = t.lines(of: r.location)
    print("\(l.lowerBound)-\(l.upperBound) \(r.canonicalType == r.type ? "=" : "")\(r.canonicalType) [\(r.type)] unit=\(r.unit) name=\(r.name) \(r.address != (r.unit.isEmpty ? r.name : r.unit + "/" + r.name) ? "ADDR=" + r.address : "")\(r.isLookup ? " LOOKUP" : "")")
    if let c = r.count { print("     # count", clip(c, limit)) }
    if let c = r.condition { print("     # condition", clip(c, limit)) }
    for d in r.dependsOn { print("     # dependsOn", d.reference.summary, d.reference.kind) }
    for a in r.attributes { print("     # \(a.key) =", clip(a.value, limit)) }
    for m in r.properties.members { print("     \(t.lines(of: m.keyLocation).lowerBound) \(m.key) =", clip(m.value, limit)) }
    if case .map = r.properties.kind {} else { print("     ??", clip(r.properties, limit)) }
  }
  for d in t.declarations { print("  \(t.lines(of: d.location).lowerBound) \(d.kind) \(d.unit)/\(d.name) =", clip(d.value, limit)) }
  for f in t.functions { print("  function of", f.resource.map { t.resources[$0].name } ?? "-", f.language, f.bytes.count, "lines", t.lines(of: f.location)) }
  for p in t.problems { print("  problem \(t.lines(of: p.location)) \(p.problem.kind)") }
}
