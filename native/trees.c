/* Boosted trees walked for all rows at once: the twin of `Forest.walked` in cleaner/scoring/forest.py. */

#include "native.h"

#define NAME "cleaner._native.trees"

typedef struct {
    double threshold;
    int figure, left, right; /* a negative place is a leaf: its complement is the place among the leaves */
} Node;

typedef struct {
    Py_ssize_t nodes, leaves, roots;
    int width; /* figures that a row has at least */
    Node *node;
    double *leaf;
    int *root;
} Trees;

static void trees_free(Trees *trees)
{
    PyMem_Free(trees->node);
    PyMem_Free(trees->leaf);
    PyMem_Free(trees->root);
    PyMem_Free(trees);
}

static void capsule_free(PyObject *capsule)
{
    trees_free(PyCapsule_GetPointer(capsule, NAME));
}

/* A number of a list as an int from `least` to `most`; sets an exception and returns 0 where it is none. */
static int int_at(PyObject *list, Py_ssize_t at, long least, long most)
{
    long value = PyLong_AsLong(PyList_GET_ITEM(list, at));
    if (value == -1 && PyErr_Occurred())
        return 0;
    if (value < least || value > most) {
        PyErr_SetString(PyExc_ValueError, "a tree leads out of the forest");
        return 0;
    }
    return (int)value;
}

/* Copies the columns; a child that does not stand behind its parent could make a walk without end. */
static int fill(Trees *trees, PyObject *const *columns)
{
    for (Py_ssize_t at = 0; at < trees->nodes; at++) {
        Node *node = &trees->node[at];
        long last = (long)trees->nodes - 1, leaf = -(long)trees->leaves;
        node->figure = int_at(columns[0], at, 0, 1 << 20);
        node->threshold = PyFloat_AsDouble(PyList_GET_ITEM(columns[1], at));
        node->left = int_at(columns[2], at, leaf, last);
        node->right = int_at(columns[3], at, leaf, last);
        if (PyErr_Occurred())
            return -1;
        if ((node->left >= 0 && node->left <= at) || (node->right >= 0 && node->right <= at)) {
            PyErr_SetString(PyExc_ValueError, "a tree grows back into itself");
            return -1;
        }
        if (node->figure >= trees->width)
            trees->width = node->figure + 1;
    }
    for (Py_ssize_t at = 0; at < trees->leaves; at++)
        trees->leaf[at] = PyFloat_AsDouble(PyList_GET_ITEM(columns[4], at));
    for (Py_ssize_t at = 0; at < trees->roots; at++)
        trees->root[at] = int_at(columns[5], at, -(long)trees->leaves, (long)trees->nodes - 1);
    return PyErr_Occurred() ? -1 : 0;
}

/* plant(figures, thresholds, lefts, rights, leaves, roots): the columns of all trees as one block of memory. */
PyObject *native_plant(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 6)
        return PyErr_Format(PyExc_TypeError, "plant() takes 6 lists, not %zd", count);
    for (int at = 0; at < 6; at++)
        if (!PyList_CheckExact(args[at]))
            return PyErr_Format(PyExc_TypeError, "plant() takes lists");
    Trees *trees = PyMem_Calloc(1, sizeof(Trees));
    if (trees == NULL)
        return PyErr_NoMemory();
    trees->nodes = PyList_GET_SIZE(args[0]);
    trees->leaves = PyList_GET_SIZE(args[4]);
    trees->roots = PyList_GET_SIZE(args[5]);
    trees->node = PyMem_Calloc(trees->nodes + 1, sizeof(Node));
    trees->leaf = PyMem_Calloc(trees->leaves + 1, sizeof(double));
    trees->root = PyMem_Calloc(trees->roots + 1, sizeof(int));
    PyObject *made = NULL;
    if (trees->node == NULL || trees->leaf == NULL || trees->root == NULL)
        PyErr_NoMemory();
    else if (trees->nodes >= 1 << 30 || trees->leaves >= 1 << 30 || PyList_GET_SIZE(args[1]) != trees->nodes ||
             PyList_GET_SIZE(args[2]) != trees->nodes || PyList_GET_SIZE(args[3]) != trees->nodes)
        PyErr_SetString(PyExc_ValueError, "the columns of the trees differ in length");
    else if (fill(trees, args) == 0)
        made = PyCapsule_New(trees, NAME, capsule_free);
    if (made == NULL)
        trees_free(trees);
    return made;
}

/* Copies the figures of a row that the trees ask for; -1 and an exception where one is no number. */
static int copy_row(const Trees *trees, PyObject *row, double *figures)
{
    if (!PyList_CheckExact(row) || PyList_GET_SIZE(row) < trees->width) {
        PyErr_SetString(PyExc_IndexError, "a row lacks figures");
        return -1;
    }
    for (int at = 0; at < trees->width; at++) {
        PyObject *value = PyList_GET_ITEM(row, at);
        if (PyFloat_CheckExact(value))
            figures[at] = PyFloat_AS_DOUBLE(value);
        else if (PyLong_Check(value))
            figures[at] = PyLong_AsDouble(value);
        else
            PyErr_SetString(PyExc_TypeError, "a row holds numbers");
    }
    return PyErr_Occurred() ? -1 : 0;
}

/* The log-odds of one row, added up in the order of the Python twin. */
static double walked(const Trees *trees, const double *row, double floor, long step)
{
    double total = 0.0, part = 0.0;
    long left = step;
    for (Py_ssize_t tree = 0; tree < trees->roots; tree++) {
        int at = trees->root[tree];
        while (at >= 0) {
            const Node *node = &trees->node[at];
            at = row[node->figure] <= node->threshold ? node->left : node->right;
        }
        part += trees->leaf[~at];
        if (--left == 0) {
            total += part;
            if (total < floor)
                return total;
            part = 0.0;
            left = step;
        }
    }
    return total + part;
}

/* log_odds(trees, rows, floor, step): for each row the sum of its leaves; after every `step` trees below `floor`, stop. */
PyObject *native_log_odds(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 4)
        return PyErr_Format(PyExc_TypeError, "log_odds() takes 4 arguments, not %zd", count);
    Trees *trees = PyCapsule_GetPointer(args[0], NAME);
    if (trees == NULL)
        return NULL;
    if (!PyList_CheckExact(args[1]))
        return PyErr_Format(PyExc_TypeError, "log_odds() takes a list of rows");
    double floor = PyFloat_AsDouble(args[2]);
    long step = PyLong_AsLong(args[3]);
    if (PyErr_Occurred())
        return NULL;
    PyObject *rows = args[1];
    Py_ssize_t total = PyList_GET_SIZE(rows);
    double *figures = PyMem_Malloc((size_t)(trees->width + 1) * sizeof(double));
    PyObject *found = figures == NULL ? PyErr_NoMemory() : PyList_New(total);
    for (Py_ssize_t at = 0; found != NULL && at < total; at++) {
        PyObject *odds = NULL;
        if (copy_row(trees, PyList_GET_ITEM(rows, at), figures) == 0)
            odds = PyFloat_FromDouble(walked(trees, figures, floor, step));
        if (odds == NULL)
            Py_CLEAR(found);
        else
            PyList_SET_ITEM(found, at, odds);
    }
    PyMem_Free(figures);
    return found;
}
