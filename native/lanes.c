/* Many rows through a tree at once, without a branch: each row stands at a leaf and goes on to the right.

   A row begins at the leftmost leaf. The nodes come from the root down, left before right. A node is on a row's way if
   the row then stands at the first leaf below it; if its figure is above the threshold, the row goes on to the first leaf
   below the node's right. After the last node it stands at the leaf that a walk from the root would end in. Figures are
   compared by rank: a figure is above a threshold if it is above more thresholds of its kind than that one is. */

#include <math.h>

#include "trees.h"

#define MOST 126 /* leaves of a tree, and thresholds of a figure: places and ranks are small numbers */

void lanes_free(Trees *trees)
{
    PyMem_Free(trees->turn);
    PyMem_Free(trees->value);
    PyMem_Free(trees->bound);
    PyMem_Free(trees->bounds);
    trees->turn = NULL;
    trees->value = trees->bound = NULL;
    trees->bounds = NULL;
}

#ifdef __GNUC__

#define AT_ONCE 64
#define WIDEST 32 /* bytes of a register */

/* How many of some thresholds a figure is above. */
static int rank_of(const double *bound, const double *end, double figure)
{
    const double *low = bound;
    while (low < end) {
        const double *middle = low + (end - low) / 2;
        if (figure <= *middle)
            end = middle;
        else
            low = middle + 1;
    }
    return (int)(low - bound);
}

/* Puts a threshold among those of its figure, which are in order, each once; 0 where they are too many or it is no number. */
static int put(double *sorted, int *count, double threshold)
{
    int place = rank_of(sorted, sorted + *count, threshold);
    if (place < *count && sorted[place] == threshold)
        return 1;
    if (*count == MOST || threshold != threshold)
        return 0;
    memmove(sorted + place + 1, sorted + place, (size_t)(*count - place) * sizeof(double));
    sorted[place] = threshold;
    (*count)++;
    return 1;
}

/* Notes the thresholds of each figure in order, with room for all that each may have; 0 where they are too many. */
static int order_bounds(Trees *trees, double *sorted)
{
    int *counts = trees->bounds; /* until all are known */
    for (Py_ssize_t at = 0; at < trees->nodes; at++) {
        int figure = trees->node[at].figure;
        if (!put(sorted + (Py_ssize_t)figure * MOST, &counts[figure], trees->node[at].threshold))
            return 0;
    }
    int end = 0;
    for (int figure = 0; figure < trees->width; figure++) {
        int begin = end;
        memcpy(trees->bound + begin, sorted + (Py_ssize_t)figure * MOST, (size_t)counts[figure] * sizeof(double));
        end += counts[figure];
        trees->bounds[figure] = begin;
    }
    trees->bounds[trees->width] = end;
    return 1;
}

/* Lays out what is below a node of a tree; returns how many leaves that is, -1 where they are too many. */
static int lay(Trees *trees, const Tree *tree, int at, int *turns, int *leaves, int most)
{
    if (at < 0) {
        if (*leaves >= MOST || *leaves > most)
            return -1;
        trees->value[tree->leaf + (*leaves)++] = trees->leaf[tree->leaf + ~at];
        return 1;
    }
    if (*turns >= most)
        return -1;
    const Node *node = &trees->node[tree->node + at];
    Turn *turn = &trees->turn[tree->node + (*turns)++];
    const double *bound = trees->bound + trees->bounds[node->figure];
    int rank = rank_of(bound, trees->bound + trees->bounds[node->figure + 1], node->threshold);
    int before = *leaves;
    int left = lay(trees, tree, node->next[0], turns, leaves, most);
    if (left < 0)
        return -1;
    *turn = (Turn){node->figure, (signed char)rank, (signed char)before, (signed char)left};
    int right = lay(trees, tree, node->next[1], turns, leaves, most);
    return right < 0 ? -1 : left + right;
}

/* Lays out every tree; 0 where one is too large, or is no tree: has a node or a leaf twice, or never. */
static int lay_all(Trees *trees)
{
    for (Py_ssize_t at = 0; at < trees->trees; at++) {
        const Tree *tree = &trees->tree[at];
        int end = at + 1 < trees->trees ? trees->tree[at + 1].node : (int)trees->nodes;
        int last = at + 1 < trees->trees ? trees->tree[at + 1].leaf : (int)trees->leaves;
        int turns = 0, leaves = 0, nodes = end - tree->node;
        if (last - tree->leaf != nodes + 1 || lay(trees, tree, tree->root, &turns, &leaves, nodes) != nodes + 1)
            return 0;
    }
    return 1;
}

int lanes_lay(Trees *trees)
{
    double *sorted = PyMem_New(double, ((size_t)trees->width + 1) * MOST);
    trees->turn = PyMem_Malloc((size_t)(trees->nodes + 1) * sizeof(Turn));
    trees->value = PyMem_Malloc((size_t)(trees->leaves + 1) * sizeof(double));
    trees->bound = PyMem_Malloc((size_t)(trees->nodes + 1) * sizeof(double));
    trees->bounds = PyMem_Calloc((size_t)trees->width + 1, sizeof(int));
    if (sorted == NULL || trees->turn == NULL || trees->value == NULL || trees->bound == NULL || trees->bounds == NULL)
        PyErr_NoMemory();
    else if (!order_bounds(trees, sorted) || !lay_all(trees))
        lanes_free(trees);
    PyMem_Free(sorted);
    return PyErr_Occurred() ? -1 : 0;
}

#define WIDTH 16
#define NAMED(name) name##_narrow
#define TARGET
#include "lanes_walk.h"

#if defined(__x86_64__) || defined(__i386__) /* nearly all of these machines have wider registers, but not all */
#define WIDTH 32
#define NAMED(name) name##_wide
#define TARGET __attribute__((target("avx2")))
#include "lanes_walk.h"
#define IS_WIDE __builtin_cpu_supports("avx2")
#else
#define walk_all_wide walk_all_narrow
#define IS_WIDE 0
#endif

int lanes_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double *odds)
{
    size_t figures = (size_t)trees->width + 1;
    char *memory = PyMem_Calloc(1, WIDEST + figures * (AT_ONCE + sizeof(uint64_t)));
    if (memory == NULL)
        return PyErr_NoMemory(), -1;
    char *aligned = memory + (WIDEST - (uintptr_t)memory % WIDEST); /* a group of ranks may begin there */
    memset(odds, 0, (size_t)count * sizeof(double));
    if (IS_WIDE)
        walk_all_wide(trees, rows, stride, count, odds, aligned);
    else
        walk_all_narrow(trees, rows, stride, count, odds, aligned);
    PyMem_Free(memory);
    return 0;
}

#else

int lanes_lay(Trees *trees)
{
    return 0;
}

int lanes_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double *odds)
{
    return 0;
}

#endif
