import Glibc

func runProgram() -> Never { exit(Program(work: Work.rooms).run(ArgumentVector.read).rawValue) }

StandardStreams.ensureOpen()
Interruption.watch()
// The stack is that of the threads of `corpus report`, so that what one verb can read, the others can too.
WorkerThread { runProgram() }?.join()
runProgram()  // where the system allows no further thread
