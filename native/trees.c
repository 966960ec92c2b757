/* Boosted trees walked for many rows at once: the twin of `Forest.walked` in cleaner/scoring/forest.py. */

#include "trees.h"

#define NAME "cleaner._native.trees"
#define LANES 8 /* rows that go down a tree side by side: one waits for memory while the others compare */
#define AT_ONCE 64 /* rows of Python numbers that are copied before they are walked */

static void trees_free(Trees *trees)
{
    PyMem_Free(trees->node);
    PyMem_Free(trees->leaf);
    PyMem_Free(trees->tree);
    PyMem_Free(trees->gate);
    lanes_free(trees);
    PyMem_Free(trees);
}

static void capsule_free(PyObject *capsule)
{
    trees_free(PyCapsule_GetPointer(capsule, NAME));
}

const Trees *trees_of(PyObject *capsule)
{
    return PyCapsule_GetPointer(capsule, NAME);
}

/* A number of a list as an int from `least` to `most`; sets an exception and returns 0 where it is none. */
static short short_at(PyObject *list, Py_ssize_t at, long least, long most)
{
    long value = PyLong_AsLong(PyList_GET_ITEM(list, at));
    if (value == -1 && PyErr_Occurred())
        return 0;
    if (value < least || value > most) {
        PyErr_SetString(PyExc_ValueError, "a tree leads out of the forest");
        return 0;
    }
    return (short)value;
}

/* The five columns of a tree: figure, threshold, left and right of its nodes, and the leaves. NULL where they are none. */
static PyObject **columns_of(PyObject *tree)
{
    if (!PyList_CheckExact(tree) || PyList_GET_SIZE(tree) != 5) {
        PyErr_SetString(PyExc_ValueError, "a tree has five columns");
        return NULL;
    }
    PyObject **columns = ((PyListObject *)tree)->ob_item;
    for (int at = 0; at < 5; at++)
        if (!PyList_CheckExact(columns[at])) {
            PyErr_SetString(PyExc_TypeError, "a tree's columns are lists");
            return NULL;
        }
    Py_ssize_t nodes = PyList_GET_SIZE(columns[0]), leaves = PyList_GET_SIZE(columns[4]);
    for (int at = 1; at < 4; at++)
        if (PyList_GET_SIZE(columns[at]) != nodes) {
            PyErr_SetString(PyExc_ValueError, "the columns of a tree differ in length");
            return NULL;
        }
    if (leaves == 0 || nodes > SHRT_MAX || leaves > SHRT_MAX) {
        PyErr_SetString(PyExc_ValueError, "a tree has no leaves, or too many");
        return NULL;
    }
    return columns;
}

/* Copies a tree's columns; a child that does not stand behind its parent could make a walk without end. */
static int fill(Trees *trees, Tree *tree, PyObject **columns)
{
    Py_ssize_t nodes = PyList_GET_SIZE(columns[0]), leaves = PyList_GET_SIZE(columns[4]);
    for (Py_ssize_t at = 0; at < nodes; at++) {
        Node *node = &trees->node[tree->node + at];
        node->figure = short_at(columns[0], at, 0, SHRT_MAX);
        node->threshold = PyFloat_AsDouble(PyList_GET_ITEM(columns[1], at));
        for (int side = 0; side < 2; side++) {
            node->next[side] = short_at(columns[2 + side], at, -(long)leaves, (long)nodes - 1);
            if (!PyErr_Occurred() && node->next[side] >= 0 && node->next[side] <= at)
                PyErr_SetString(PyExc_ValueError, "a tree grows back into itself");
        }
        if (PyErr_Occurred())
            return -1;
        if (node->figure >= trees->width)
            trees->width = node->figure + 1;
    }
    for (Py_ssize_t at = 0; at < leaves; at++)
        trees->leaf[tree->leaf + at] = PyFloat_AsDouble(PyList_GET_ITEM(columns[4], at));
    return PyErr_Occurred() ? -1 : 0;
}

/* Finds where each tree's nodes and leaves go, makes room for all and fills it. */
static int grow(Trees *trees, PyObject *list)
{
    trees->tree = PyMem_Calloc((size_t)trees->trees + 1, sizeof(Tree));
    if (trees->tree == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < trees->trees; at++) {
        PyObject **columns = columns_of(PyList_GET_ITEM(list, at));
        if (columns == NULL)
            return -1;
        Py_ssize_t nodes = PyList_GET_SIZE(columns[0]);
        trees->tree[at] = (Tree){(int)trees->nodes, (int)trees->leaves, nodes ? 0 : -1};
        trees->nodes += nodes;
        trees->leaves += PyList_GET_SIZE(columns[4]);
        if (trees->nodes > INT_MAX || trees->leaves > INT_MAX) {
            PyErr_SetString(PyExc_ValueError, "too many trees");
            return -1;
        }
    }
    trees->node = PyMem_Calloc((size_t)trees->nodes + 1, sizeof(Node));
    trees->leaf = PyMem_Calloc((size_t)trees->leaves + 1, sizeof(double));
    if (trees->node == NULL || trees->leaf == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < trees->trees; at++)
        if (fill(trees, &trees->tree[at], columns_of(PyList_GET_ITEM(list, at))) < 0)
            return -1;
    return 0;
}

/* Copies the gates, of which there is one after each whole step of trees. */
static int set_gates(Trees *trees, PyObject *list)
{
    Py_ssize_t count = trees->trees / trees->step;
    if (PyList_GET_SIZE(list) != count) {
        PyErr_SetString(PyExc_ValueError, "there is a gate after each whole step");
        return -1;
    }
    trees->gate = PyMem_Calloc((size_t)count + 1, sizeof(Gate));
    if (trees->gate == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < count; at++) {
        Gate *gate = &trees->gate[at];
        PyObject *given = PyList_GET_ITEM(list, at);
        if (!PyTuple_Check(given)) {
            PyErr_SetString(PyExc_TypeError, "a gate is three numbers");
            return -1;
        }
        if (!PyArg_ParseTuple(given, "ddd", &gate->below, &gate->above, &gate->factor))
            return -1;
    }
    return 0;
}

/* plant(trees, gates, step): the columns of all trees as one block of memory, with where rows leave after `step` trees
   each. */
PyObject *native_plant(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyList_CheckExact(args[0]) || !PyList_CheckExact(args[1]))
        return PyErr_Format(PyExc_TypeError, "plant() takes a list of trees, a list of gates and a number");
    PyObject *list = args[0];
    long step = PyLong_AsLong(args[2]);
    if (PyErr_Occurred())
        return NULL;
    if (step < 1)
        return PyErr_Format(PyExc_ValueError, "trees are asked in steps of one or more");
    Trees *trees = PyMem_Calloc(1, sizeof(Trees));
    if (trees == NULL)
        return PyErr_NoMemory();
    trees->trees = PyList_GET_SIZE(list);
    trees->step = step;
    PyObject *made = set_gates(trees, args[1]) < 0 || grow(trees, list) < 0 || lanes_lay(trees) < 0 ? NULL : PyCapsule_New(trees, NAME, capsule_free);
    if (made == NULL)
        trees_free(trees);
    return made;
}

/* Some rows down one tree, side by side; adds to each part the value of the leaf that its row ends in. */
static inline void descend(const Trees *trees, const Tree *tree, const double *const *rows, double *parts)
{
    const Node *nodes = trees->node + tree->node;
    const double *leaves = trees->leaf + tree->leaf;
    int at[LANES];
    for (int lane = 0; lane < LANES; lane++)
        at[lane] = tree->root;
    for (int all = tree->root; all >= 0;) {
        all = -1;
        for (int lane = 0; lane < LANES; lane++) {
            const Node *node = &nodes[at[lane] < 0 ? 0 : at[lane]];
            int next = node->next[!(rows[lane][node->figure] <= node->threshold)];
            at[lane] = at[lane] < 0 ? at[lane] : next;
            all &= at[lane];
        }
    }
    for (int lane = 0; lane < LANES; lane++)
        parts[lane] += leaves[~at[lane]];
}

/* The sums are made in the order of the Python twin, so that they are the same to the last bit. */
int trees_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double *odds)
{
    if (trees->turn != NULL)
        return lanes_walk(trees, rows, stride, count, odds);
    long step = trees->step;
    Py_ssize_t *open = PyMem_Malloc((size_t)(count + 1) * sizeof(Py_ssize_t)); /* rows that have not left */
    if (open == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < count; at++) {
        open[at] = at;
        odds[at] = 0.0;
    }
    for (Py_ssize_t begin = 0; begin < trees->trees && count > 0; begin += step) {
        Py_ssize_t end = trees->trees - begin < step ? trees->trees : begin + step, kept = 0;
        for (Py_ssize_t group = 0; group < count; group += LANES) {
            const double *lanes[LANES];
            double parts[LANES] = {0.0};
            Py_ssize_t here = count - group < LANES ? count - group : LANES;
            for (int lane = 0; lane < LANES; lane++) /* places without a row take the last one again */
                lanes[lane] = rows + stride * open[group + (lane < here ? lane : here - 1)];
            for (Py_ssize_t tree = begin; tree < end; tree++)
                descend(trees, &trees->tree[tree], lanes, parts);
            for (int lane = 0; lane < here; lane++) {
                Py_ssize_t row = open[group + lane];
                odds[row] += parts[lane];
                if (end - begin == step && leaves_at(&trees->gate[begin / step], &odds[row]))
                    continue;
                open[kept++] = row;
            }
        }
        count = kept;
    }
    PyMem_Free(open);
    return 0;
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

/* Walks rows of Python numbers, some at a time, and puts their log-odds into a list. */
static int walk_lists(const Trees *trees, PyObject *rows, PyObject *found, double *room)
{
    double odds[AT_ONCE];
    Py_ssize_t total = PyList_GET_SIZE(rows);
    for (Py_ssize_t begin = 0; begin < total; begin += AT_ONCE) {
        Py_ssize_t count = total - begin < AT_ONCE ? total - begin : AT_ONCE;
        for (Py_ssize_t at = 0; at < count; at++)
            if (copy_row(trees, PyList_GET_ITEM(rows, begin + at), room + at * trees->width) < 0)
                return -1;
        if (trees_walk(trees, room, trees->width, count, odds) < 0)
            return -1;
        for (Py_ssize_t at = 0; at < count; at++) {
            PyObject *value = PyFloat_FromDouble(odds[at]);
            if (value == NULL)
                return -1;
            PyList_SET_ITEM(found, begin + at, value);
        }
    }
    return 0;
}

/* log_odds(trees, rows): for each row the sum of its leaves, up to where it leaves. */
PyObject *native_log_odds(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2)
        return PyErr_Format(PyExc_TypeError, "log_odds() takes 2 arguments, not %zd", count);
    const Trees *trees = trees_of(args[0]);
    if (trees == NULL)
        return NULL;
    if (!PyList_CheckExact(args[1]))
        return PyErr_Format(PyExc_TypeError, "log_odds() takes a list of rows");
    double *room = PyMem_Malloc((size_t)(trees->width + 1) * AT_ONCE * sizeof(double));
    PyObject *found = room == NULL ? PyErr_NoMemory() : PyList_New(PyList_GET_SIZE(args[1]));
    if (found != NULL && walk_lists(trees, args[1], found, room) < 0)
        Py_CLEAR(found);
    PyMem_Free(room);
    return found;
}
