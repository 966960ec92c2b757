/* Where a page is cut: the twin of `likeliest` in cleaner/scoring/decide.py. */

#include "native.h"

typedef struct {
    double probability, size;
} Ranked;

/* The likelier first, and of those as likely the longer. */
static int compare(const void *one, const void *other)
{
    const Ranked *a = one, *b = other;
    if (a->probability != b->probability)
        return a->probability > b->probability ? -1 : 1;
    return a->size > b->size ? -1 : a->size < b->size;
}

/* The set of the likeliest blocks with the greatest expected F1: the least probability in it, and that F1. */
static PyObject *best_of(const Ranked *ranked, Py_ssize_t count)
{
    double expected = 0.0, hits = 0.0, taken = 0.0, best = 0.0, least = 1.0;
    for (Py_ssize_t at = 0; at < count; at++)
        expected += ranked[at].probability * ranked[at].size;
    for (Py_ssize_t at = 0; at < count; at++) {
        hits += ranked[at].probability * ranked[at].size;
        taken += ranked[at].size;
        double score = 2.0 * hits / (taken + expected);
        if (score > best) {
            best = score;
            least = ranked[at].probability;
        }
    }
    return Py_BuildValue("(dd)", least, best);
}

/* likeliest(probabilities, sizes): the least probability of the best set, and its expected F1. */
PyObject *native_likeliest(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyList_CheckExact(args[0]) || !PyList_CheckExact(args[1]))
        return PyErr_Format(PyExc_TypeError, "likeliest() takes two lists");
    Py_ssize_t blocks = PyList_GET_SIZE(args[0]);
    if (PyList_GET_SIZE(args[1]) != blocks)
        return PyErr_Format(PyExc_ValueError, "each probability has a size");
    Ranked *ranked = PyMem_Malloc((size_t)(blocks + 1) * sizeof(Ranked));
    if (ranked == NULL)
        return PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < blocks; at++)
        ranked[at] = (Ranked){
            PyFloat_AsDouble(PyList_GET_ITEM(args[0], at)), (double)PyLong_AsSsize_t(PyList_GET_ITEM(args[1], at)),
        };
    qsort(ranked, (size_t)blocks, sizeof(Ranked), compare);
    PyObject *found = PyErr_Occurred() ? NULL : best_of(ranked, blocks);
    PyMem_Free(ranked);
    return found;
}
