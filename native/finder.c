/* Whether one of many strings stands in a text, in one pass: the twin of `holds` in cleaner/text.py. */

#include "native.h"

#define NAME "cleaner._native.finder"
#define PAIRS 65536

typedef struct {
    Py_ssize_t count;
    PyObject *needles;              /* a tuple of strings */
    Py_UCS4 *heads;                 /* the first character of each */
    unsigned char pairs[PAIRS / 8]; /* a bit for each pair of characters that a needle begins with, cut to bytes */
} Finder;

static inline unsigned pair_of(Py_UCS4 first, Py_UCS4 second)
{
    return (first & 0xff) << 8 | (second & 0xff);
}

static void finder_free(Finder *finder)
{
    PyMem_Free(finder->heads);
    PyMem_Free(finder);
}

static void capsule_free(PyObject *capsule)
{
    Finder *finder = PyCapsule_GetPointer(capsule, NAME);
    PyObject *needles = finder->needles;
    finder_free(finder);
    Py_DECREF(needles);
}

/* finder(needles): a tuple of strings, made ready for `holds`. */
PyObject *native_finder(PyObject *self, PyObject *needles)
{
    if (!PyTuple_CheckExact(needles))
        return PyErr_Format(PyExc_TypeError, "finder() takes a tuple");
    Finder *finder = PyMem_Calloc(1, sizeof(Finder));
    if (finder == NULL)
        return PyErr_NoMemory();
    finder->needles = needles;
    finder->count = PyTuple_GET_SIZE(needles);
    finder->heads = PyMem_Calloc((size_t)finder->count + 1, sizeof(Py_UCS4));
    if (finder->heads == NULL) {
        finder_free(finder);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t each = 0; each < finder->count; each++) {
        PyObject *needle = PyTuple_GET_ITEM(needles, each);
        if (!PyUnicode_Check(needle) || PyUnicode_GET_LENGTH(needle) == 0) {
            finder_free(finder);
            return PyErr_Format(PyExc_ValueError, "what is looked for is a string and not empty");
        }
        finder->heads[each] = PyUnicode_READ_CHAR(needle, 0);
        int alone = PyUnicode_GET_LENGTH(needle) == 1; /* then any character may follow */
        for (Py_UCS4 second = 0; second < (alone ? 256 : 1); second++) {
            unsigned pair = pair_of(finder->heads[each], alone ? second : PyUnicode_READ_CHAR(needle, 1));
            finder->pairs[pair >> 3] |= (unsigned char)(1 << (pair & 7));
        }
    }
    PyObject *capsule = PyCapsule_New(finder, NAME, capsule_free);
    if (capsule == NULL)
        finder_free(finder);
    else
        Py_INCREF(needles);
    return capsule;
}

/* Whether a needle stands at a place of a text. */
static int stands_at(PyObject *needle, int kind, const void *data, Py_ssize_t at, Py_ssize_t length)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(needle);
    if (size > length - at)
        return 0;
    for (Py_ssize_t each = 0; each < size; each++)
        if (PyUnicode_READ_CHAR(needle, each) != PyUnicode_READ(kind, data, at + each))
            return 0;
    return 1;
}

/* holds(finder, text): whether one of the strings stands in the text. */
PyObject *native_holds(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "holds() takes a finder and a text");
    Finder *finder = PyCapsule_GetPointer(args[0], NAME);
    if (finder == NULL)
        return NULL;
    int kind = PyUnicode_KIND(args[1]);
    const void *data = PyUnicode_DATA(args[1]);
    Py_ssize_t length = PyUnicode_GET_LENGTH(args[1]);
    Py_UCS4 first = length ? PyUnicode_READ(kind, data, 0) : 0;
    for (Py_ssize_t at = 0; at < length; at++) {
        Py_UCS4 second = at + 1 < length ? PyUnicode_READ(kind, data, at + 1) : 0;
        unsigned pair = pair_of(first, second);
        if (finder->pairs[pair >> 3] >> (pair & 7) & 1)
            for (Py_ssize_t each = 0; each < finder->count; each++)
                if (finder->heads[each] == first &&
                    stands_at(PyTuple_GET_ITEM(finder->needles, each), kind, data, at, length))
                    Py_RETURN_TRUE;
        first = second;
    }
    Py_RETURN_FALSE;
}
