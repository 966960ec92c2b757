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

#define GROUP 32
#define GROUPS 2
#define AT_ONCE (GROUP * GROUPS)
#define FEW 16 /* rows whose figures fit the registers, with their ranks */

typedef signed char Lanes __attribute__((vector_size(GROUP)));
typedef double Four __attribute__((vector_size(32)));
typedef int64_t Marks __attribute__((vector_size(32))); /* -1 where a comparison holds */

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

/* Notes in which figures some rows differ from the first of them: many are the same on the whole page. */
static inline __attribute__((always_inline)) void compare_rows(const Trees *trees, const double *rows, Py_ssize_t stride,
                                                               Py_ssize_t count, uint64_t *differ)
{
    memset(differ, 0, (size_t)trees->width * sizeof(uint64_t));
    for (Py_ssize_t row = 1; row < count; row++)
        for (int figure = 0; figure < trees->width; figure++) {
            uint64_t one, other;
            memcpy(&one, &rows[figure], sizeof(one));
            memcpy(&other, &rows[row * stride + figure], sizeof(other));
            differ[figure] |= one ^ other;
        }
}

/* The ranks of some rows' figures of one kind. Each is compared with all thresholds: a search would wait for memory at
   every step, and could not take several rows at once. */
static inline __attribute__((always_inline)) void rank_column(const double *bound, const double *end,
                                                              const double *column, Py_ssize_t stride,
                                                              Py_ssize_t count, signed char *ranks)
{
    double figure[AT_ONCE] = {0.0};
    for (Py_ssize_t row = 0; row < count; row++, column += stride)
        figure[row] = *column;
    for (Py_ssize_t few = 0; few < count; few += FEW) {
        Four figures[FEW / 4];
        memcpy(figures, figure + few, sizeof(figures));
        Marks within[FEW / 4];
        for (int four = 0; four < FEW / 4; four++)
            within[four] = (Marks){0};
        for (const double *each = bound; each < end; each++) {
            const Four limit = {*each, *each, *each, *each};
            for (int four = 0; four < FEW / 4; four++)
                within[four] += (Marks)(figures[four] <= limit);
        }
        for (int row = 0; row < FEW; row++)
            ranks[few + row] = (signed char)(end - bound + within[row / 4][row % 4]);
    }
}

/* The ranks of some rows' figures: for each figure those of all rows. */
static inline __attribute__((always_inline)) void rank_rows(const Trees *trees, const double *rows, Py_ssize_t stride,
                                                            Py_ssize_t count, uint64_t *differ, signed char *ranks)
{
    compare_rows(trees, rows, stride, count, differ);
    for (int figure = 0; figure < trees->width; figure++, ranks += AT_ONCE) {
        const double *bound = trees->bound + trees->bounds[figure], *end = trees->bound + trees->bounds[figure + 1];
        if (bound == end)
            continue;
        if (differ[figure])
            rank_column(bound, end, rows + figure, stride, count, ranks);
        else
            memset(ranks, rank_of(bound, end, rows[figure]), AT_ONCE);
    }
}

/* Some groups of rows through a tree; where they stand after that. */
static inline __attribute__((always_inline)) void go(const Turn *turn, const Turn *end, const Lanes *ranks, int groups,
                                                     Lanes *places)
{
    Lanes at[GROUPS] = {{0}};
    for (; turn < end; turn++) {
        const Lanes *figure = ranks + turn->figure * GROUPS, none = {0};
        const Lanes rank = none + turn->rank, leaf = none + turn->leaf, on = none + turn->on;
        for (int group = 0; group < groups; group++)
            at[group] += (Lanes)((figure[group] > rank) & (at[group] == leaf)) & on;
    }
    for (int group = 0; group < groups; group++)
        places[group] = at[group];
}

/* The rows of one batch through all trees. The sums are made in the order of the Python twin. */
static inline __attribute__((always_inline)) void walk_batch(const Trees *trees, const Lanes *ranks, int count,
                                                             double floor, long step, double *odds)
{
    Lanes places[GROUPS];
    double parts[AT_ONCE] = {0.0};
    char closed[AT_ONCE] = {0};
    int open = count, groups = (count + GROUP - 1) / GROUP;
    long left = step;
    for (Py_ssize_t at = 0; at < trees->trees && open > 0; at++) {
        const Tree *tree = &trees->tree[at];
        const Turn *turn = trees->turn + tree->node;
        const Turn *end = trees->turn + (at + 1 < trees->trees ? trees->tree[at + 1].node : (int)trees->nodes);
        const double *value = trees->value + tree->leaf;
        if (groups == 1)
            go(turn, end, ranks, 1, places);
        else
            go(turn, end, ranks, GROUPS, places);
        const signed char *place = (const signed char *)places;
        for (int row = 0; row < count; row++)
            parts[row] += value[place[row]];
        if (--left > 0)
            continue;
        left = step;
        for (int row = 0; row < count; row++) {
            odds[row] += closed[row] ? 0.0 : parts[row];
            parts[row] = 0.0;
            if (!closed[row] && odds[row] < floor) {
                closed[row] = 1;
                open--;
            }
        }
    }
    for (int row = 0; row < count; row++)
        odds[row] += closed[row] ? 0.0 : parts[row];
}

/* All rows through all trees; `memory` has room for the ranks of a batch and for where its rows differ. */
static inline __attribute__((always_inline)) void walk_all(const Trees *trees, const double *rows, Py_ssize_t stride,
                                                           Py_ssize_t count, double floor, long step, double *odds,
                                                           char *memory)
{
    signed char *ranks = (signed char *)memory;
    uint64_t *differ = (uint64_t *)(memory + ((size_t)trees->width + 1) * AT_ONCE);
    for (Py_ssize_t begin = 0; begin < count; begin += AT_ONCE) {
        Py_ssize_t here = count - begin < AT_ONCE ? count - begin : AT_ONCE;
        rank_rows(trees, rows + begin * stride, stride, here, differ, ranks);
        walk_batch(trees, (const Lanes *)ranks, (int)here, floor, step, odds + begin);
    }
}

#if defined(__x86_64__) || defined(__i386__)
/* The same with the wider registers that most of these machines have, but not all. */
__attribute__((target("avx2"))) static void walk_all_wide(const Trees *trees, const double *rows, Py_ssize_t stride,
                                                          Py_ssize_t count, double floor, long step, double *odds,
                                                          char *memory)
{
    walk_all(trees, rows, stride, count, floor, step, odds, memory);
}
#define IS_WIDE __builtin_cpu_supports("avx2")
#else
#define walk_all_wide walk_all
#define IS_WIDE 0
#endif

int lanes_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double floor, long step,
               double *odds)
{
    size_t figures = (size_t)trees->width + 1;
    char *memory = PyMem_Calloc(1, sizeof(Lanes) + figures * (AT_ONCE + sizeof(uint64_t)));
    if (memory == NULL)
        return PyErr_NoMemory(), -1;
    char *aligned = memory + (sizeof(Lanes) - (uintptr_t)memory % sizeof(Lanes)); /* a group of ranks may begin there */
    memset(odds, 0, (size_t)count * sizeof(double));
    if (IS_WIDE)
        walk_all_wide(trees, rows, stride, count, floor, step, odds, aligned);
    else
        walk_all(trees, rows, stride, count, floor, step, odds, aligned);
    PyMem_Free(memory);
    return 0;
}

#else

int lanes_lay(Trees *trees)
{
    return 0;
}

int lanes_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double floor, long step,
               double *odds)
{
    return 0;
}

#endif
