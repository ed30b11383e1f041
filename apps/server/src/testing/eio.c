/* Makes the disk answer EIO: preloaded into a process, it lets writes and syncs of files below $EIO_BELOW fail for as long
 * as the file $EIO_WHILE is there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_faulty(int fd) {
  const char *below = getenv("EIO_BELOW");
  const char *during = getenv("EIO_WHILE");
  char link[64], path[4096];
  if (below == NULL || during == NULL || access(during, F_OK) != 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strncmp(path, below, strlen(below)) == 0;
}

#define FAIL_IF_FAULTY(fd) \
  if (is_faulty(fd)) {     \
    errno = EIO;           \
    return -1;             \
  }

int fsync(int fd) {
  FAIL_IF_FAULTY(fd)
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd);
}

int fdatasync(int fd) {
  FAIL_IF_FAULTY(fd)
  return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  FAIL_IF_FAULTY(fd)
  return ((ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64"))(fd, data, size, at);
}
