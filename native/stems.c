/* Whether strings of several kinds stand in a text, whatever its case: the twin of `Stems` in cleaner/text.py. */

#include "letters.h"

#define NAME "cleaner._native.stems"
#define MOST_KINDS 8
#define FEW 2048
#define HEADS 65536
#define HEAD 4 /* letters that every stem has */

typedef struct {
    PyObject *kinds;                            /* a tuple of tuples of strings */
    unsigned char heads[MOST_KINDS][HEADS / 8]; /* a bit for what the strings of a kind begin with */
    uint16_t *bits[MOST_KINDS];                 /* the number of that bit, for each string of a kind */
} Stems;

/* The bit of four letters. */
static inline unsigned bit_of(Py_UCS4 first, Py_UCS4 second, Py_UCS4 third, Py_UCS4 fourth)
{
    return (first ^ second << 4 ^ third << 8 ^ fourth << 12) & (HEADS - 1);
}

static void stems_free(Stems *stems)
{
    Py_XDECREF(stems->kinds);
    for (int kind = 0; kind < MOST_KINDS; kind++)
        PyMem_Free(stems->bits[kind]);
    PyMem_Free(stems);
}

static void capsule_free(PyObject *capsule)
{
    stems_free(PyCapsule_GetPointer(capsule, NAME));
}

/* Notes how the strings of a kind begin; 0 when one is none or too short. */
static int note(unsigned char *heads, uint16_t **bits, PyObject *kind)
{
    if (!PyTuple_CheckExact(kind))
        return 0;
    *bits = PyMem_Malloc((size_t)(PyTuple_GET_SIZE(kind) + 1) * sizeof(uint16_t));
    if (*bits == NULL)
        return 0;
    for (Py_ssize_t each = 0; each < PyTuple_GET_SIZE(kind); each++) {
        PyObject *stem = PyTuple_GET_ITEM(kind, each);
        if (!PyUnicode_Check(stem) || PyUnicode_GET_LENGTH(stem) < HEAD)
            return 0;
        unsigned bit = bit_of(PyUnicode_READ_CHAR(stem, 0), PyUnicode_READ_CHAR(stem, 1), PyUnicode_READ_CHAR(stem, 2),
                              PyUnicode_READ_CHAR(stem, 3));
        heads[bit >> 3] |= (unsigned char)(1 << (bit & 7));
        (*bits)[each] = (uint16_t)bit;
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
        fine = note(stems->heads[kind], &stems->bits[kind], PyTuple_GET_ITEM(kinds, kind));
    PyObject *capsule = NULL;
    if (!fine)
        PyErr_SetString(PyExc_ValueError, "a stem is a string of at least four letters");
    else
        capsule = PyCapsule_New(stems, NAME, capsule_free);
    if (capsule == NULL)
        stems_free(stems);
    else
        stems->kinds = Py_NewRef(kinds);
    return capsule;
}

/* Whether a string stands at the beginning of some letters. */
static int stands(PyObject *stem, const Py_UCS4 *letters, Py_ssize_t count)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(stem);
    if (size > count)
        return 0;
    int kind = PyUnicode_KIND(stem);
    const void *data = PyUnicode_DATA(stem);
    for (Py_ssize_t each = 0; each < size; each++)
        if (PyUnicode_READ(kind, data, each) != letters[each])
            return 0;
    return 1;
}

/* Whether a string of a kind stands among some letters. */
static int has(const unsigned char *heads, const uint16_t *bits, PyObject *kind, const Py_UCS4 *letters, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at + HEAD <= count; at++) {
        unsigned bit = bit_of(letters[at], letters[at + 1], letters[at + 2], letters[at + 3]);
        if (heads[bit >> 3] >> (bit & 7) & 1)
            for (Py_ssize_t each = 0; each < PyTuple_GET_SIZE(kind); each++)
                if (bits[each] == bit && stands(PyTuple_GET_ITEM(kind, each), letters + at, count - at))
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
    Py_ssize_t length = fold_text(args[1], PyUnicode_GET_LENGTH(args[1]), letters);
    int found = length >= 0;
    for (Py_ssize_t kind = 0; found && kind < PyTuple_GET_SIZE(stems->kinds); kind++)
        found = has(stems->heads[kind], stems->bits[kind], PyTuple_GET_ITEM(stems->kinds, kind), letters, length);
    if (letters != few)
        PyMem_Free(letters);
    return length < 0 ? NULL : PyBool_FromLong(found);
}
