import TemplateModel
import Testing

struct KeyedReaderTests {
  @Test func `A service of Compose is a resource`() throws {
    let template = terraform(
      (
        "docker-compose.yml",
        """
        services:
          web:
            image: nginx
            depends_on:
              db: {condition: service_healthy}
          db:
            image: postgres
        volumes:
          data:
        """
      ))
    #expect(template.resources.map(\.name) == ["web", "db"])
    let web = try #require(template.resources.first)
    #expect(web.canonicalType == "compose:service")
    #expect(web.properties.members.map(\.key) == ["image"])
    #expect(web.dependsOn.map(\.reference.target) == ["db"])
    #expect(template.lines(of: web.location) == 2...5)
    #expect(template.declarations.map(\.name) == ["volumes"])
  }

  @Test func `A job of a workflow is a resource`() throws {
    let template = terraform(
      (
        ".github/workflows/ci.yml",
        """
        name: CI
        on: push
        jobs:
          test:
            runs-on: ubuntu-latest
            strategy: {matrix: {node: [18, 20]}}
          deploy:
            needs: [test]
            if: github.ref == 'refs/heads/main'
            runs-on: ubuntu-latest
        """
      ))
    #expect(template.resources.map(\.address) == ["test", "deploy"])
    #expect(template.resources[0].count?.summary() == "{node: [18, 20]}")
    #expect(template.resources[1].condition?.summary() == "github.ref == 'refs/heads/main'")
    #expect(template.resources[1].dependsOn.map(\.reference.target) == ["test"])
    #expect(template.declarations.map(\.name) == ["name", "on"])
  }

  @Test func `A job of GitLab is a resource, its keywords are settings`() {
    let template = terraform(
      (
        ".gitlab-ci.yml",
        """
        stages: [build]
        .base: {image: node}
        compile:
          stage: build
          script: [make]
          needs: [{job: lint}]
        """
      ))
    #expect(template.resources.map { "\($0.type) \($0.name)" } == ["gitlab:job compile"])
    #expect(template.resources.first?.dependsOn.map(\.reference.target) == ["lint"])
    #expect(template.declarations.map(\.name) == ["stages", ".base"])
  }

  @Test func `Packages are dependencies with their versions`() {
    let template = terraform(
      ("package.json", "{\"name\": \"x\", \"dependencies\": {\"cdktf\": \"^0.20\"}}\n"),
      ("requirements.txt", "# tools\nboto3[crt]>=1.34,<2  # sdk\n-r other.txt\npytest\n"),
      ("Pipfile", "[packages]\npulumi = \"*\"\n[requires]\npython_version = \"3.12\"\n"),
      ("pyproject.toml", "[project]\nname = \"x\"\ndependencies = [\n  \"a>=1\",\n  'b'\n]\n"))
    #expect(
      template.declarations.map { "\($0.unit) \($0.kind) \($0.name) \($0.value.summary())" } == [
        "package.json setting name x", "package.json dependency cdktf ^0.20",
        "requirements.txt dependency boto3 >=1.34,<2", "requirements.txt dependency pytest ",
        "Pipfile dependency pulumi *", "Pipfile setting requires.python_version 3.12",
        "pyproject.toml setting project.name x", "pyproject.toml dependency a >=1",
        "pyproject.toml dependency b ",
      ])
  }
}
