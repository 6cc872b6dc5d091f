/// Calls that Swift's C library modules lack because glibc declares them as GNU extensions only.
#ifndef DIGEST_SYSTEM_H
#define DIGEST_SYSTEM_H

/// Exchanges what two paths name, at once. 0, or the error's number; ENOSYS where the system cannot do it.
int digest_exchange(const char *a, const char *b);

/// Cores that this process may use, by its affinity mask where the system has one; at least 1.
int digest_cores(void);

#endif
