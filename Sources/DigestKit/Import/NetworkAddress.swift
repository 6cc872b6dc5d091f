/// An IP address, as far as it matters whether it is someone else's server on the public internet.
public struct NetworkAddress: Sendable, Equatable {
  /// 4 or 16, in network order.
  public var bytes: [UInt8]

  /// - Parameter bytes: 4 or 16 of them, in network order.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the address is reachable from anywhere: false for this machine, private networks, link-local addresses (cloud
  /// machines answer with their credentials there), multicast and everything reserved.
  ///
  /// After IANA's registries of special-purpose addresses (RFC 6890). An IPv6 address that carries an IPv4 address (mapped,
  /// compatible, NAT64, 6to4) is judged by that; Teredo, which hides one, is refused.
  public var isPublic: Bool {
    switch bytes.count {
    case 4:
      return switch (bytes[0], bytes[1], bytes[2]) {
      case (0, _, _), (10, _, _), (127, _, _): false
      case (100, 64...127, _): false  // shared by providers
      case (169, 254, _): false  // link-local
      case (172, 16...31, _), (192, 168, _): false
      case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): false  // protocols, documentation
      case (192, 88, 99): false  // relays of 6to4
      case (198, 18...19, _): false  // measurements between devices
      case (224..., _, _): false  // multicast, reserved, broadcast
      default: true
      }
    case 16:
      if bytes[..<10].allSatisfy({ $0 == 0 }) {
        let isMapped = bytes[10] == 0xff && bytes[11] == 0xff
        let isCompatible = bytes[10] == 0 && bytes[11] == 0
        // ::1 and :: become 0.0.0.1 and 0.0.0.0.
        return (isMapped || isCompatible) && NetworkAddress(bytes: Array(bytes[12...])).isPublic
      }
      if bytes.starts(with: [0x00, 0x64, 0xff, 0x9b]) {
        return bytes[4..<12].allSatisfy { $0 == 0 } && NetworkAddress(bytes: Array(bytes[12...])).isPublic
      }
      if bytes.starts(with: [0x20, 0x02]) { return NetworkAddress(bytes: Array(bytes[2..<6])).isPublic }
      if bytes.starts(with: [0x20, 0x01]) {
        // Protocol assignments (Teredo among them) and documentation.
        return bytes[2] > 1 && !(bytes[2] == 0x0d && bytes[3] == 0xb8)
      }
      if bytes[0] == 0x3f, bytes[1] == 0xff, bytes[2] < 0x10 { return false }  // documentation
      // Only 2000::/3 is given out.
      return bytes[0] & 0xe0 == 0x20
    default: return false
    }
  }
}
