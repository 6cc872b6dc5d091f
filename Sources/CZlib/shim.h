#include <zlib.h>

/// inflateInit2, which is a macro. `bits`: 31 gzip, 15 zlib, -15 neither.
static inline int digest_inflate_start(z_stream *stream, int bits) { return inflateInit2(stream, bits); }
