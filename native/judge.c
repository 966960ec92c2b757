/* The content model over a page of HTML, both its passes: the twin of `Model.scores` in cleaner/scoring/model.py. */

#include <math.h>

#include "judge.h"

#define NAME "cleaner._native.judge"
#define AT_ONCE 1024 /* blocks that have their rows at once; on a longer page rows are made again for the second pass */

static void judge_free(Judge *judge)
{
    weights_free(&judge->texts);
    weights_free(&judge->names);
    PyObject *held[] = {judge->tags, judge->flags, judge->roles, judge->kinds, judge->planted[0], judge->planted[1]};
    for (size_t at = 0; at < sizeof(held) / sizeof(held[0]); at++)
        Py_XDECREF(held[at]);
    PyMem_Free(judge);
}

static void capsule_free(PyObject *capsule)
{
    judge_free(PyCapsule_GetPointer(capsule, NAME));
}

/* Keeps what the judge is made of, and looks up what is asked of every page. */
static int fill(Judge *judge, PyObject *const *args)
{
    judge->tags = Py_NewRef(args[2]);
    judge->flags = Py_NewRef(args[3]);
    judge->roles = Py_NewRef(args[4]);
    judge->kinds = Py_NewRef(args[5]);
    judge->landmarks = (int)PyLong_AsLong(args[6]);
    judge->planted[0] = Py_NewRef(args[8]);
    judge->planted[1] = Py_NewRef(args[9]);
    judge->first = trees_of(args[8]);
    judge->second = trees_of(args[9]);
    judge->hidden = 1 << PyDict_GET_SIZE(judge->flags);
    judge->comments = judge->hidden << 1;
    judge->heading = -1;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(judge->kinds); at++) {
        PyObject *kind = PyTuple_GET_ITEM(judge->kinds, at);
        if (PyUnicode_Check(kind) && PyUnicode_CompareWithASCIIString(kind, "heading") == 0)
            judge->heading = (int)at;
    }
    PyObject *nothing = PyUnicode_New(0, 0);
    if (nothing != NULL && !PyErr_Occurred() && weights_fill(&judge->texts, args[0], nothing) == 0)
        weights_fill(&judge->names, args[1], args[7]);
    Py_XDECREF(nothing);
    return PyErr_Occurred() ? -1 : 0;
}

/* judge(texts, names, tags, flags, roles, kinds, landmarks, comments, first, second): the model of a weights file, with
   the tables of cleaner/scoring/containers.py. */
PyObject *native_judge(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 10 || !PyDict_Check(args[2]) || !PyDict_Check(args[3]) || !PyDict_Check(args[4]) ||
        !PyTuple_Check(args[5]) || PyDict_GET_SIZE(args[3]) > 16 || PyTuple_GET_SIZE(args[5]) > 100)
        return PyErr_Format(PyExc_TypeError, "judge() takes words, tables and trees");
    Judge *judge = PyMem_Calloc(1, sizeof(Judge));
    if (judge == NULL)
        return PyErr_NoMemory();
    PyObject *made = fill(judge, args) < 0 ? NULL : PyCapsule_New(judge, NAME, capsule_free);
    if (made == NULL)
        judge_free(judge);
    return made;
}

/* Takes the figures of the page's type, which are worked out in Python. */
static int take_type(Look *look, PyObject *type)
{
    look->types = (int)PyList_GET_SIZE(type);
    look->type = PyMem_Malloc(((size_t)look->types + 1) * sizeof(double));
    if (look->type == NULL)
        return PyErr_NoMemory(), -1;
    for (int at = 0; at < look->types; at++)
        look->type[at] = PyFloat_AsDouble(PyList_GET_ITEM(type, at));
    return PyErr_Occurred() ? -1 : 0;
}

/* Looks at a page: judge, its blocks, its elements, those that stand, and what it says of itself. 1, 0 or -1 as
   `page_gather`; the look is to be freed in any case. */
static int look_at(Look *look, PyObject *const *args)
{
    memset(look, 0, sizeof(*look));
    look->judge = PyCapsule_GetPointer(args[0], NAME);
    if (look->judge == NULL)
        return -1;
    PyObject *known = args[4];
    if (!PyTuple_CheckExact(args[1]) || !PyTuple_CheckExact(args[2]) || !(PyTuple_Check(args[3]) || PyList_Check(args[3])) ||
        !PyTuple_CheckExact(known) || PyTuple_GET_SIZE(known) != 4 || !PyUnicode_Check(PyTuple_GET_ITEM(known, 0)) ||
        !PyUnicode_Check(PyTuple_GET_ITEM(known, 1)) || !PyUnicode_Check(PyTuple_GET_ITEM(known, 2)) ||
        !PyList_CheckExact(PyTuple_GET_ITEM(known, 3))) {
        PyErr_SetString(PyExc_TypeError, "a page is its blocks, its elements, those that stand, and what it says");
        return -1;
    }
    look->title = PyTuple_GET_ITEM(known, 0);
    look->description = PyTuple_GET_ITEM(known, 1);
    look->body = PyTuple_GET_ITEM(known, 2);
    int done = page_gather(&look->page, args[1], args[2], args[3], look->judge->kinds);
    if (done <= 0)
        return done;
    return take_type(look, PyTuple_GET_ITEM(known, 3)) < 0 || first_look(look) < 0 ? -1 : 1;
}

static double probability(double odds)
{
    return odds > -30.0 ? 1.0 / (1.0 + exp(-odds)) : 0.0;
}

/* What a scoring run needs beside the look. */
typedef struct {
    double floor; /* least score of the first pass with which a block gets a second look */
    int width; /* of a row that both passes have filled */
    int *block; /* those that the run is about */
    int count;
    double *rows, *odds, *first, *final; /* of some blocks at once; scores of all */
} Run;

/* The first pass: scores of all standing blocks. The rows stay where there are few. */
static int run_first(Look *look, Run *run)
{
    for (int begin = 0; begin < run->count; begin += AT_ONCE) {
        int count = run->count - begin < AT_ONCE ? run->count - begin : AT_ONCE;
        for (int at = 0; at < count; at++)
            first_row(look, run->block[begin + at], run->rows + (Py_ssize_t)at * run->width);
        if (trees_walk(look->judge->first, run->rows, run->width, count, run->odds) < 0)
            return -1;
        for (int at = 0; at < count; at++)
            run->first[run->block[begin + at]] = probability(run->odds[at]);
    }
    return 0;
}

/* Leaves those blocks that the first pass has not settled, and their rows where these are kept. */
static void leave_open(Run *run, int keeps_rows)
{
    int open = 0;
    for (int at = 0; at < run->count; at++)
        if (run->first[run->block[at]] >= run->floor) {
            if (keeps_rows && open < at)
                memcpy(run->rows + (Py_ssize_t)open * run->width, run->rows + (Py_ssize_t)at * run->width,
                       (size_t)run->width * sizeof(double));
            run->block[open++] = run->block[at];
        }
    run->count = open;
}

/* The second pass over the blocks that are left. */
static int run_second(Look *look, Run *run, int keeps_rows, const Second *second)
{
    int first_width = run->width - SECOND_WIDTH;
    for (int begin = 0; begin < run->count; begin += AT_ONCE) {
        int count = run->count - begin < AT_ONCE ? run->count - begin : AT_ONCE;
        for (int at = 0; at < count; at++) {
            double *row = run->rows + (Py_ssize_t)at * run->width;
            if (!keeps_rows)
                first_row(look, run->block[begin + at], row);
            second_row(look, second, run->block[begin + at], row + first_width);
        }
        if (trees_walk(look->judge->second, run->rows, run->width, count, run->odds) < 0)
            return -1;
        for (int at = 0; at < count; at++)
            run->final[run->block[begin + at]] = probability(run->odds[at]);
    }
    return 0;
}

/* Room for a run over the blocks that stand. */
static int prepare(const Look *look, Run *run)
{
    size_t blocks = (size_t)look->page.blocks;
    run->block = PyMem_Malloc(blocks * sizeof(int));
    run->first = PyMem_Calloc(blocks, sizeof(double));
    run->final = PyMem_Calloc(blocks, sizeof(double));
    if (run->block == NULL || run->first == NULL || run->final == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < look->page.blocks; at++)
        if (look->page.block[at].stands)
            run->block[run->count++] = (int)at;
    size_t rows = (size_t)(run->count < AT_ONCE ? run->count : AT_ONCE) + 1;
    run->rows = PyMem_Malloc(rows * (size_t)run->width * sizeof(double));
    run->odds = PyMem_Malloc(rows * sizeof(double));
    return run->rows == NULL || run->odds == NULL ? (PyErr_NoMemory(), -1) : 0;
}

static void run_free(Run *run)
{
    PyMem_Free(run->block);
    PyMem_Free(run->first);
    PyMem_Free(run->final);
    PyMem_Free(run->rows);
    PyMem_Free(run->odds);
}

static int run_both(Look *look, Run *run)
{
    run->width = FIRST_OWN_WIDTH + look->types + SECOND_WIDTH;
    if (look->judge->first->width > run->width - SECOND_WIDTH || look->judge->second->width > run->width) {
        PyErr_SetString(PyExc_IndexError, "a row lacks figures");
        return -1;
    }
    if (prepare(look, run) < 0 || run_first(look, run) < 0)
        return -1;
    int keeps_rows = run->count <= AT_ONCE;
    memcpy(run->final, run->first, (size_t)look->page.blocks * sizeof(double));
    leave_open(run, keeps_rows);
    Second second;
    int done = second_look(look, run->first, &second) < 0 ? -1 : run_second(look, run, keeps_rows, &second);
    second_free(&second);
    return done;
}

/* Numbers as a list of floats. */
static PyObject *floats(const double *numbers, Py_ssize_t count)
{
    PyObject *list = PyList_New(count);
    for (Py_ssize_t at = 0; list != NULL && at < count; at++) {
        PyObject *number = PyFloat_FromDouble(numbers[at]);
        if (number == NULL)
            Py_CLEAR(list);
        else
            PyList_SET_ITEM(list, at, number);
    }
    return list;
}

/* judged(judge, blocks, elements, standing, known, floor): the probabilities of all blocks, of one below `floor` the first
   pass's; None for a page that is left to Python. */
PyObject *native_judged(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 6)
        return PyErr_Format(PyExc_TypeError, "judged() takes 6 arguments, not %zd", count);
    Run run = {.floor = PyFloat_AsDouble(args[5])};
    if (PyErr_Occurred())
        return NULL;
    Look look;
    PyObject *found = NULL;
    int done = look_at(&look, args);
    if (done == 0)
        found = Py_NewRef(Py_None);
    else if (done > 0 && run_both(&look, &run) == 0)
        found = floats(run.final, look.page.blocks);
    run_free(&run);
    look_free(&look);
    return found;
}

/* The rows of the standing blocks; of both passes where there are scores. */
static PyObject *rows_of(Look *look, const double *scores)
{
    int first_width = FIRST_OWN_WIDTH + look->types, width = first_width + (scores == NULL ? 0 : SECOND_WIDTH);
    double *row = PyMem_Malloc((size_t)width * sizeof(double));
    Second second = {0};
    PyObject *rows = row == NULL ? PyErr_NoMemory() : PyList_New(0);
    if (rows != NULL && scores != NULL && second_look(look, scores, &second) < 0)
        Py_CLEAR(rows);
    for (Py_ssize_t at = 0; rows != NULL && at < look->page.blocks; at++) {
        if (!look->page.block[at].stands)
            continue;
        first_row(look, at, row);
        if (scores != NULL)
            second_row(look, &second, at, row + first_width);
        PyObject *list = floats(row, width);
        if (list == NULL || PyList_Append(rows, list) < 0)
            Py_CLEAR(rows);
        Py_XDECREF(list);
    }
    second_free(&second);
    PyMem_Free(row);
    return rows;
}

/* rows(judge, blocks, elements, standing, known, scores): the rows of the standing blocks, of the second pass as well
   if the first's scores are given, a float for each block of the page; None for a page that is left to Python. */
PyObject *native_rows(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 6 || !PyList_CheckExact(args[5]))
        return PyErr_Format(PyExc_TypeError, "rows() takes a judge, a page and a list of scores");
    Look look;
    PyObject *rows = NULL;
    double *scores = NULL;
    int done = look_at(&look, args);
    Py_ssize_t given = PyList_GET_SIZE(args[5]);
    if (done == 0)
        rows = Py_NewRef(Py_None);
    else if (done > 0 && given && given != look.page.blocks)
        PyErr_SetString(PyExc_ValueError, "each block has a score");
    else if (done > 0) {
        scores = given ? PyMem_Malloc((size_t)given * sizeof(double)) : NULL;
        for (Py_ssize_t at = 0; scores != NULL && at < given; at++)
            scores[at] = PyFloat_AsDouble(PyList_GET_ITEM(args[5], at));
        rows = PyErr_Occurred() ? NULL : rows_of(&look, scores);
    }
    PyMem_Free(scores);
    look_free(&look);
    return rows;
}

/* widths(): how many figures a row has of the first pass, without those of the page's type, and of the second. */
PyObject *native_widths(PyObject *self, PyObject *unused)
{
    return Py_BuildValue("(ii)", FIRST_OWN_WIDTH, SECOND_WIDTH);
}
