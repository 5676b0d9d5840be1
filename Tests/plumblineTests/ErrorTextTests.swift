import Glibc
import Testing

@testable import plumbline

/// Every sentence that a user can meet, word for word.
struct ErrorTextTests {
  private static let errors: [(any Error, ExitCode, String)] = [
    (
      UsageError.notUTF8(position: 2), .usage,
      "Argument 2 of plumbline is not UTF-8; rename the file or fix the argument."
    ),
    (UsageError.missingVerb(after: []), .usage, "plumbline needs a verb; 'plumbline --help' lists them."),
    (
      UsageError.unknownVerb("dif", after: [], suggestion: "diff"), .usage,
      "plumbline has no verb 'dif'; did you mean 'diff'?"
    ),
    (
      UsageError.unknownVerb("x", after: ["corpus"], suggestion: nil), .usage,
      "plumbline corpus has no verb 'x'; see 'plumbline corpus --help'."
    ),
    (
      UsageError.unknownOption("--otput", of: ["show"], suggestion: "--output"), .usage,
      "plumbline show has no option '--otput'; did you mean '--output'?"
    ),
    (
      UsageError.missingValue(option: "-o", name: "PATH", of: ["show"]), .usage,
      "-o of plumbline show needs a value; write -o PATH, or -oPATH where it starts with a dash."
    ),
    (
      UsageError.unexpectedValue(option: "--quiet", of: ["show"]), .usage,
      "--quiet of plumbline show takes no value; leave out what follows the equals sign."
    ),
    (
      UsageError.givenTwice(option: "-o", of: ["show"]), .usage,
      "-o is given twice to plumbline show; leave one out."
    ),
    (
      UsageError.unknownChoice(
        "jsno", label: "--format", choices: ["text", "json"], suggestion: "json", of: ["show"]), .usage,
      "--format of plumbline show cannot be 'jsno'; did you mean 'json'? It is one of text, json."
    ),
    (
      UsageError.notANumber("x", label: "--jobs", range: 1...8, of: ["corpus", "report"]), .usage,
      "--jobs of plumbline corpus report cannot be 'x'; give a whole number from 1 to 8."
    ),
    (
      UsageError.emptyValue(label: "PATH", of: ["show"]), .usage,
      "PATH of plumbline show is empty; leave it out or give it a value."
    ),
    (
      UsageError.missingArgument("IDEAL", of: ["diff"]), .usage,
      "plumbline diff needs IDEAL; see 'plumbline diff --help'."
    ),
    (
      UsageError.tooManyArguments(first: "c", of: ["diff"]), .usage,
      "plumbline diff takes no further argument 'c'; see 'plumbline diff --help'."
    ),
    (
      UsageError.conflict("CASE", "--ideal", of: ["report"]), .usage,
      "CASE and --ideal of plumbline report exclude each other; leave one out."
    ),
    (
      UsageError.needs("--ideal", with: "--response", of: ["report"]), .usage,
      "--ideal of plumbline report needs --response too; add it."
    ),
    (
      UsageError.notADay("soon", option: "--today", of: ["report"]), .usage,
      "--today of plumbline report cannot be 'soon'; give a day as 2027-01-31."
    ),
    (
      UsageError.unknownKnownFailure("a", suggestion: nil, of: ["explain"]), .usage,
      "plumbline explain knows no failure 'a'; 'plumbline knowledge list' lists them."
    ),
    (
      UsageError.unknownFinding("a", suggestion: nil, of: ["explain"]), .usage,
      "plumbline explain finds no 'a' in this case; 'plumbline report --format json' lists fingerprints and rules."
    ),
    (
      UsageError.notAnID("A b", of: ["knowledge", "new"]), .usage,
      "ID of plumbline knowledge new cannot be 'A b'; write small letters, digits and hyphens, as in hardcoded-region."
    ),
    (
      UsageError.takenID("a", of: ["knowledge", "new"]), .usage,
      "plumbline knowledge new cannot write 'a', as there is a known failure of this name; choose another."
    ),
    (FileError.missing("a"), .usage, "There is no 'a'; check the path."),
    (FileError.isFolder("a"), .usage, "'a' is a folder; name a file in it."),
    (FileError.notAFolder("a"), .usage, "'a' is not a folder; name the folder that holds the case."),
    (FileError.notReadable("a"), .usage, "'a' may not be read; change its permissions (chmod u+r)."),
    (
      FileError.tooLarge("a", limit: 512 << 20), .usage,
      "'a' is larger than the limit of 512 MB; split it or leave it out."
    ),
    (FileError.vanished("a"), .usage, "'a' vanished or shrank while it was being read; run again."),
    (
      FileError.incompleteCase("a", missing: ["IDEAL_RESPONSE.md"]), .usage,
      "'a' is not a case, since it has no IDEAL_RESPONSE.md; add it, or name the files with --response and --ideal."
    ),
    (FileError.nothingToRead("a"), .usage, "'a' holds no text file; name a folder with templates."),
    (
      FileError.readFailed("a", code: EIO), .usage,
      "'a' cannot be read (Input/output error); check the disk and run again."
    ),
    (
      FileError.cannotWrite("a/b", .noSuchFolder), .usage,
      "'a/b' cannot be written: its folder does not exist; create it first (mkdir -p)."
    ),
    (FileError.cannotWrite("a", .isFolder), .usage, "'a' cannot be written: it is a folder; name a file."),
    (
      FileError.cannotWrite("a", .denied), .usage,
      "'a' cannot be written: permission is denied; choose another place."
    ),
    (
      FileError.cannotWrite("a", .diskFull), .usage,
      "'a' cannot be written: the disk is full; make room and run again."
    ),
    (
      FileError.cannotWrite("a", .other(code: EIO)), .usage,
      "'a' cannot be written: Input/output error; choose another place."
    ),
    (
      ResourceError.missing("KnownFailures", lookedIn: ["a"], isOverridden: true), .usage,
      "PLUMBLINE_RESOURCES names 'a', which has no KnownFailures; correct or unset it."
    ),
    (
      ResourceError.missing("KnownFailures", lookedIn: ["a", "b"], isOverridden: false), .internalError,
      "KnownFailures, a part of the installation, is in none of 'a', 'b'; install again with 'make install', "
        + "or set PLUMBLINE_RESOURCES to the folder that holds it."
    ),
    (
      ThreadShortage(), .internalError,
      "The system allows no further thread; raise the limit (ulimit -u) and run again."
    ),
  ]

  @Test(arguments: errors.indices)
  func `A sentence says what, where and what to do next`(index: Int) {
    let (error, code, sentence) = Self.errors[index]
    #expect(ErrorText.sentence(for: error) == sentence)
    #expect(ErrorText.exitCode(for: error) == code)
  }
}
