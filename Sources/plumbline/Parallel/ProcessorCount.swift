import Glibc

/// How many threads are worth starting.
enum ProcessorCount {
  /// The processors of the machine, but no more than a container's quota of processor time allows.
  static var available: Int {
    let online = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    guard let bytes = try? FileReader(limit: 4096).read("/sys/fs/cgroup/cpu.max") else {
      return max(1, online)
    }
    return max(1, min(online, quota(String(decoding: bytes, as: UTF8.self)) ?? online))
  }

  /// `150000 100000` is one and a half processors, rounded up to 2; `max 100000` is no quota.
  static func quota(_ text: String) -> Int? {
    let numbers = text.split { $0 == " " || $0 == "\n" }.map { Int($0) }
    guard numbers.count == 2, let quota = numbers[0], let period = numbers[1], quota > 0, period > 0 else {
      return nil
    }
    return quota / period + (quota % period == 0 ? 0 : 1)
  }
}
