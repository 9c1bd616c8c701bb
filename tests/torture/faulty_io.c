/* A preload shim: after FAULTY_AFTER writes to files whose name holds FAULTY_NAME, every
   FAULTY_EVERYth write or sync fails with EIO, as a dying disk does. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls = 0;

static int faulty(int file) {
    const char *name = getenv("FAULTY_NAME"), *after = getenv("FAULTY_AFTER"), *every = getenv("FAULTY_EVERY");
    char link[64], path[4096];
    ssize_t length;
    if (!name || !after || !every) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, name)) return 0;
    calls++;
    return calls > atol(after) && calls % atol(every) == 0;
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
    static ssize_t (*real)(int, const void *, size_t, off64_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
    if (faulty(file)) { errno = EIO; return -1; }
    return real(file, data, size, at);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite");
    if (faulty(file)) { errno = EIO; return -1; }
    return real(file, data, size, at);
}

ssize_t write(int file, const void *data, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    if (file > 2 && faulty(file)) { errno = EIO; return -1; }
    return real(file, data, size);
}

int fsync(int file) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fsync");
    if (faulty(file)) { errno = EIO; return -1; }
    return real(file);
}

int fdatasync(int file) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
    if (faulty(file)) { errno = EIO; return -1; }
    return real(file);
}
