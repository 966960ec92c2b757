/* Whether strings of several kinds stand in a text, whatever its case: the twin of `Stems` in cleaner/text.py. */

#include "letters.h"

#define NAME "cleaner._native.stems"
#define MOST_KINDS 8
#define FEW 2048
#define PAIRS 65536

typedef struct {
    PyObject *kinds;                           /* a tuple of tuples of strings */
    unsigned char pairs[MOST_KINDS][PAIRS / 8]; /* a bit for each two letters that a string of a kind begins with */
} Stems;

/* The bit of two letters, cut to bytes. */
static inline unsigned pair_of(Py_UCS4 first, Py_UCS4 second)
{
    return (first & 0xff) << 8 | (second & 0xff);
}

static void capsule_free(PyObject *capsule)
{
    Stems *stems = PyCapsule_GetPointer(capsule, NAME);
    Py_DECREF(stems->kinds);
    PyMem_Free(stems);
}

/* Notes how the strings of a kind begin; 0 when one is none or shorter than two letters. */
static int note(unsigned char *pairs, PyObject *kind)
{
    if (!PyTuple_CheckExact(kind))
        return 0;
    for (Py_ssize_t each = 0; each < PyTuple_GET_SIZE(kind); each++) {
        PyObject *needle = PyTuple_GET_ITEM(kind, each);
        if (!PyUnicode_Check(needle) || PyUnicode_GET_LENGTH(needle) < 2)
            return 0;
        unsigned pair = pair_of(PyUnicode_READ_CHAR(needle, 0), PyUnicode_READ_CHAR(needle, 1));
        pairs[pair >> 3] |= (unsigned char)(1 << (pair & 7));
    }
    return 1;
}

/* stems(kinds): tuples of strings, made ready for `has_each`. */
PyObject *native_stems(PyObject *self, PyObject *kinds)
{
    if (!PyTuple_CheckExact(kinds) || PyTuple_GET_SIZE(kinds) > MOST_KINDS)
        return PyErr_Format(PyExc_TypeError, "stems() takes a tuple of at most %d tuples", MOST_KINDS);
    Stems *stems = PyMem_Calloc(1, sizeof(Stems));
    if (stems == NULL)
        return PyErr_NoMemory();
    int fine = 1;
    for (Py_ssize_t kind = 0; fine && kind < PyTuple_GET_SIZE(kinds); kind++)
        fine = note(stems->pairs[kind], PyTuple_GET_ITEM(kinds, kind));
    PyObject *capsule = NULL;
    if (!fine)
        PyErr_SetString(PyExc_ValueError, "a stem is a string of at least two letters");
    else
        capsule = PyCapsule_New(stems, NAME, capsule_free);
    if (capsule == NULL)
        PyMem_Free(stems);
    else
        stems->kinds = Py_NewRef(kinds);
    return capsule;
}

/* Folds a text to its letters, of which there is room for three a character; their number, or -1 when that fails. */
static Py_ssize_t folded(PyObject *text, Py_UCS4 *letters)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), count = 0;
    if (PyUnicode_IS_ASCII(text)) {
        const Py_UCS1 *ascii = data;
        for (; count < length; count++)
            letters[count] = ascii[count] | (Py_UCS4)(ascii[count] - 'A' + 0u < 26u) << 5;
        return count;
    }
    for (Py_ssize_t at = 0; at < length; at++) {
        int more = fold(PyUnicode_READ(kind, data, at), letters + count);
        if (more < 0)
            return -1;
        count += more;
    }
    return count;
}

/* Whether a string stands at the beginning of some letters. */
static int stands(PyObject *needle, const Py_UCS4 *letters, Py_ssize_t count)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(needle);
    if (size > count)
        return 0;
    int kind = PyUnicode_KIND(needle);
    const void *data = PyUnicode_DATA(needle);
    for (Py_ssize_t each = 0; each < size; each++)
        if (PyUnicode_READ(kind, data, each) != letters[each])
            return 0;
    return 1;
}

/* Whether a string of a kind stands among some letters. */
static int has(const unsigned char *pairs, PyObject *kind, const Py_UCS4 *letters, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at + 1 < count; at++) {
        unsigned pair = pair_of(letters[at], letters[at + 1]);
        if (pairs[pair >> 3] >> (pair & 7) & 1)
            for (Py_ssize_t each = 0; each < PyTuple_GET_SIZE(kind); each++)
                if (stands(PyTuple_GET_ITEM(kind, each), letters + at, count - at))
                    return 1;
    }
    return 0;
}

/* has_each(stems, text): whether a string of each kind stands in the text, case folded. */
PyObject *native_has_each(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "has_each() takes stems and a text");
    const Stems *stems = PyCapsule_GetPointer(args[0], NAME);
    if (stems == NULL)
        return NULL;
    size_t room = 3 * (size_t)PyUnicode_GET_LENGTH(args[1]);
    Py_UCS4 few[FEW], *letters = room <= FEW ? few : PyMem_Malloc(room * sizeof(Py_UCS4));
    if (letters == NULL)
        return PyErr_NoMemory();
    Py_ssize_t length = folded(args[1], letters);
    int found = length >= 0;
    for (Py_ssize_t kind = 0; found && kind < PyTuple_GET_SIZE(stems->kinds); kind++)
        found = has(stems->pairs[kind], PyTuple_GET_ITEM(stems->kinds, kind), letters, length);
    if (letters != few)
        PyMem_Free(letters);
    return length < 0 ? NULL : PyBool_FromLong(found);
}
