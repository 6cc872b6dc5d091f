#include "curl-lazy.h"

// Elsewhere Foundation's networking does not use libcurl.
#ifndef __linux__

int digest_curl_is_available(void) { return 1; }

#else

#include <dlfcn.h>
#include <pthread.h>
#include <stdarg.h>
#include <stddef.h>

// The signatures are those of curl/curl.h, with `void *` for its structures and `int` for its enumerations.

#define NAMES(_)         \
  _(curl_easy_cleanup)   \
  _(curl_easy_getinfo)   \
  _(curl_easy_init)      \
  _(curl_easy_pause)     \
  _(curl_easy_setopt)    \
  _(curl_easy_strerror)  \
  _(curl_free)           \
  _(curl_global_init)    \
  _(curl_multi_add_handle) \
  _(curl_multi_assign)   \
  _(curl_multi_cleanup)  \
  _(curl_multi_info_read) \
  _(curl_multi_init)     \
  _(curl_multi_remove_handle) \
  _(curl_multi_setopt)   \
  _(curl_multi_socket_action) \
  _(curl_slist_append)   \
  _(curl_slist_free_all) \
  _(curl_url)            \
  _(curl_url_get)        \
  _(curl_url_set)        \
  _(curl_version)        \
  _(curl_version_info)

// One pointer for each, filled once.
#define POINTER(name) static void *real_##name;
NAMES(POINTER)
static int available;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const libraries[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.so"};
  for (size_t i = 0; i < sizeof libraries / sizeof *libraries && !available; i++) {
    void *library = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL);
    if (!library) continue;
    available = 1;
#define FIND(name) \
  if (!(real_##name = dlsym(library, #name))) available = 0;
    NAMES(FIND)
  }
}

int digest_curl_is_available(void) {
  pthread_once(&once, load);
  return available;
}

// Without the library a call fails the way that curl's own failures look: CURLE_FAILED_INIT, or nothing.
enum { failed = 2 };

#define FORWARD(type, name, parameters, arguments, otherwise)                    \
  type name parameters;                                                          \
  type name parameters {                                                         \
    return digest_curl_is_available() ? ((type(*) parameters)real_##name)arguments : (otherwise); \
  }
#define FORWARD_VOID(name, parameters, arguments)                      \
  void name parameters;                                                \
  void name parameters {                                               \
    if (digest_curl_is_available()) ((void(*) parameters)real_##name)arguments; \
  }

FORWARD(int, curl_global_init, (long flags), (flags), failed)
FORWARD(char *, curl_version, (void), (), NULL)
FORWARD(void *, curl_version_info, (int age), (age), NULL)
FORWARD_VOID(curl_free, (void *memory), (memory))

FORWARD(void *, curl_easy_init, (void), (), NULL)
FORWARD_VOID(curl_easy_cleanup, (void *easy), (easy))
FORWARD(int, curl_easy_pause, (void *easy, int mask), (easy, mask), failed)
FORWARD(const char *, curl_easy_strerror, (int code), (code), "libcurl is missing")

FORWARD(void *, curl_multi_init, (void), (), NULL)
FORWARD(int, curl_multi_cleanup, (void *multi), (multi), failed)
FORWARD(int, curl_multi_add_handle, (void *multi, void *easy), (multi, easy), failed)
FORWARD(int, curl_multi_remove_handle, (void *multi, void *easy), (multi, easy), failed)
FORWARD(int, curl_multi_assign, (void *multi, int descriptor, void *data), (multi, descriptor, data), failed)
FORWARD(void *, curl_multi_info_read, (void *multi, int *left), (multi, left), NULL)
FORWARD(int, curl_multi_socket_action, (void *multi, int descriptor, int events, int *running), (multi, descriptor, events, running), failed)

FORWARD(void *, curl_slist_append, (void *list, const char *text), (list, text), NULL)
FORWARD_VOID(curl_slist_free_all, (void *list), (list))

FORWARD(void *, curl_url, (void), (), NULL)
FORWARD(int, curl_url_get, (void *url, int part, char **text, unsigned flags), (url, part, text, flags), failed)
FORWARD(int, curl_url_set, (void *url, int part, const char *text, unsigned flags), (url, part, text, flags), failed)

// The functions with `...` take exactly one further argument. Its type follows from the option's number: below 10,000 a long,
// from 30,000 to 39,999 a curl_off_t of 64 bits, else a pointer.
#define FORWARD_OPTION(name)                                                         \
  int name(void *handle, int option, ...);                                           \
  int name(void *handle, int option, ...) {                                          \
    if (!digest_curl_is_available()) return failed;                                  \
    int (*real)(void *, int, ...) = (int (*)(void *, int, ...))real_##name;          \
    va_list list;                                                                    \
    va_start(list, option);                                                          \
    int result;                                                                      \
    if (option < 10000) {                                                            \
      result = real(handle, option, va_arg(list, long));                             \
    } else if (option >= 30000 && option < 40000) {                                  \
      result = real(handle, option, va_arg(list, long long));                        \
    } else {                                                                         \
      result = real(handle, option, va_arg(list, void *));                           \
    }                                                                                \
    va_end(list);                                                                    \
    return result;                                                                   \
  }

FORWARD_OPTION(curl_easy_setopt)
FORWARD_OPTION(curl_multi_setopt)

// What is asked for is always written through a pointer.
int curl_easy_getinfo(void *easy, int info, ...);
int curl_easy_getinfo(void *easy, int info, ...) {
  if (!digest_curl_is_available()) return failed;
  va_list list;
  va_start(list, info);
  int result = ((int (*)(void *, int, ...))real_curl_easy_getinfo)(easy, info, va_arg(list, void *));
  va_end(list);
  return result;
}

#endif
