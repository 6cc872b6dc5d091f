#include <cmark.h>

/// The number of bytes before the NUL; the C library's own search, which is the quickest.
static inline size_t ccmark_length(const char *string) { return __builtin_strlen(string); }
