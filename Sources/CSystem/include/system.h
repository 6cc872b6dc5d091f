/// Calls that Swift's C library modules lack because glibc declares them as GNU extensions only.
#ifndef DIGEST_SYSTEM_H
#define DIGEST_SYSTEM_H

/// Exchanges what two paths name, at once. 0, or the error's number; ENOSYS where the system cannot do it.
int digest_exchange(const char *a, const char *b);

/// Asks the file system to place the folders in this one apart from each other (`chattr +T`), as it does by itself in its root. An
/// ext4 without a journal passes over the inodes deleted in the last minutes each time it makes a file, one by one, group by group:
/// thousands of files made where thousands were just removed take seconds. Does nothing where there is no such wish, or it fails.
void digest_spread_folder(const char *path);

/// Cores that this process may use, by its affinity mask where the system has one; at least 1.
int digest_cores(void);

/// Tells glibc's allocator to keep the memory it has: a build takes and drops large buffers all the time, and getting each anew from
/// the kernel, which clears its pages, costs more than the work on it. Does nothing elsewhere.
void digest_keep_memory(void);

#endif
