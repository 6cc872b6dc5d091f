/// libcurl, loaded when it is first called.
///
/// Foundation's networking calls 23 functions of libcurl, and so makes every program that links it load libcurl and the thirty
/// libraries that libcurl needs: 8 ms, more than a whole build of a small site takes, also for commands that never fetch
/// anything. The functions defined here have the names that Foundation looks for; the first call opens the real library and
/// passes on to it. It is needed neither to build nor to start the program, only to fetch.
#ifndef DIGEST_CURL_LAZY_H
#define DIGEST_CURL_LAZY_H

/// Whether the system has libcurl. To be asked before the first use of URLSession, which cannot do without. Loads it.
int digest_curl_is_available(void);

#endif
