/* A disk between a program and its files, loaded in front of the C library. Below TORTURE_ROOT it
 *   - records every write, truncation, sync, creation, rename and removal, in order, into TORTURE_LOG;
 *   - from the TORTURE_FAIL_AT-th write or sync on fails each with TORTURE_ERRNO until the file TORTURE_SPACE exists.
 * A record: kind, length of the path, offset, length of the data (host byte order, see Record in disk.py), path, data. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_open)(const char *, int, ...);
static int (*real_fsync)(int), (*real_fdatasync)(int), (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *), (*real_rename)(const char *, const char *);
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *space;
static int record = -1, fail_errno;
static long fail_at, calls;

__attribute__((constructor)) static void begin(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite");
    real_open = dlsym(RTLD_NEXT, "open");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rename = dlsym(RTLD_NEXT, "rename");
    root = getenv("TORTURE_ROOT");
    space = getenv("TORTURE_SPACE");
    if (getenv("TORTURE_LOG")) record = real_open(getenv("TORTURE_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (getenv("TORTURE_FAIL_AT")) fail_at = atol(getenv("TORTURE_FAIL_AT"));
    if (getenv("TORTURE_ERRNO")) fail_errno = atoi(getenv("TORTURE_ERRNO"));
}

static int below(const char *path) { return root && !strncmp(path, root, strlen(root)); }

static int path_of(int file, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, 4095);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

static void note(char kind, const char *path, int64_t offset, const void *data, size_t length) {
    if (record < 0) return;
    uint32_t path_length = strlen(path), data_length = length;
    size_t total = 17 + path_length + length;
    char *whole = malloc(total);
    whole[0] = kind;
    memcpy(whole + 1, &path_length, 4);
    memcpy(whole + 5, &offset, 8);
    memcpy(whole + 13, &data_length, 4);
    memcpy(whole + 17, path, path_length);
    if (length) memcpy(whole + 17 + path_length, data, length);
    if (real_write(record, whole, total) != (ssize_t)total) abort();
    free(whole);
}

static int refused(void) {
    if (!fail_at || ++calls < fail_at) return 0;
    if (space && !access(space, F_OK)) return 0;
    errno = fail_errno;
    return 1;
}

#define GUARDED(kind, file, offset, data, length, call)        \
    char path[4096];                                           \
    if (!path_of(file, path)) return call;                     \
    pthread_mutex_lock(&one_at_a_time);                        \
    int no = refused();                                        \
    int why = errno;                                           \
    __auto_type done = no ? -1 : call;                         \
    if (!no) why = errno;                                      \
    if (done >= 0) note(kind, path, offset, data, length);     \
    pthread_mutex_unlock(&one_at_a_time);                      \
    errno = why;                                               \
    return done;

ssize_t write(int file, const void *data, size_t length) {
    off_t at = lseek(file, 0, SEEK_CUR);
    GUARDED('W', file, at, data, done, real_write(file, data, length))
}
ssize_t pwrite(int file, const void *data, size_t length, off_t at) {
    GUARDED('W', file, at, data, done, real_pwrite(file, data, length, at))
}
ssize_t pwrite64(int file, const void *data, size_t length, off_t at) { return pwrite(file, data, length, at); }
int fsync(int file) { GUARDED('S', file, 0, "", 0, real_fsync(file)) }
int fdatasync(int file) { GUARDED('S', file, 0, "", 0, real_fdatasync(file)) }
int ftruncate(int file, off_t size) { GUARDED('T', file, size, "", 0, real_ftruncate(file, size)) }
int ftruncate64(int file, off_t size) { return ftruncate(file, size); }

static void opened(const char *path, int flags, int was_there) {
    char whole[4096];
    if (*path != '/') return;
    snprintf(whole, sizeof whole, "%s", path);
    if (!below(whole)) return;
    pthread_mutex_lock(&one_at_a_time);
    if (!was_there) note('C', whole, 0, "", 0);
    else if (flags & O_TRUNC) note('T', whole, 0, "", 0);
    pthread_mutex_unlock(&one_at_a_time);
}

int open(const char *path, int flags, ...) {
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
    }
    int was_there = !(flags & O_CREAT) || !access(path, F_OK);
    int file = real_open(path, flags, mode);
    int why = errno;
    if (file >= 0) opened(path, flags, was_there);
    errno = why;
    return file;
}
int open64(const char *path, int flags, ...) {
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
    }
    return open(path, flags, mode);
}

int unlink(const char *path) {
    int done = real_unlink(path);
    int why = errno;
    if (!done && below(path)) {
        pthread_mutex_lock(&one_at_a_time);
        note('U', path, 0, "", 0);
        pthread_mutex_unlock(&one_at_a_time);
    }
    errno = why;
    return done;
}
int rename(const char *from, const char *to) {
    int done = real_rename(from, to);
    int why = errno;
    if (!done && below(from)) {
        pthread_mutex_lock(&one_at_a_time);
        note('R', from, 0, to, strlen(to));
        pthread_mutex_unlock(&one_at_a_time);
    }
    errno = why;
    return done;
}
