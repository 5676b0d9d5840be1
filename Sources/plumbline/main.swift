import Glibc

StandardStreams.ensureOpen()
Interruption.watch()
exit(Program(work: .rooms).run(ArgumentVector.read).rawValue)
