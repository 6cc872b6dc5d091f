import CSystem

/// The computer that the build runs on. Nothing of it may show in the result.
public enum Machine {
  /// Cores this process may use: those of its affinity mask on Linux, so that `taskset` and containers are heeded.
  public static var cores: Int { Int(digest_cores()) }

  /// To be called once, first: the allocator then keeps the large buffers of a build instead of returning each to the system.
  public static func keepMemory() { digest_keep_memory() }
}
