/* Many rows through a tree at once, without a branch: each row stands at a leaf and goes on to the right.

   A row begins at the leftmost leaf. The nodes come from the root down, left before right. A node is on a row's way if
   the row then stands at the first leaf below it; if its figure is above the threshold, the row goes on to the first leaf
   below the node's right. After the last node it stands at the leaf that a walk from the root would end in. Figures are
   compared by rank: a figure is above a threshold if it is above more thresholds of its kind than that one is. */

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

#define GROUP 16
#define GROUPS 4
#define AT_ONCE (GROUP * GROUPS)

typedef signed char Lanes __attribute__((vector_size(GROUP)));

typedef struct {
    int figure;
    double threshold;
} Bound;

static int compare_bounds(const void *one, const void *other)
{
    const Bound *a = one, *b = other;
    if (a->figure != b->figure)
        return a->figure < b->figure ? -1 : 1;
    return a->threshold < b->threshold ? -1 : a->threshold > b->threshold;
}

/* Notes the thresholds of each figure in order; 0 where they are too many or no numbers. */
static int order_bounds(Trees *trees, Bound *bounds)
{
    for (Py_ssize_t at = 0; at < trees->nodes; at++) {
        bounds[at] = (Bound){trees->node[at].figure, trees->node[at].threshold};
        if (bounds[at].threshold != bounds[at].threshold)
            return 0;
    }
    qsort(bounds, (size_t)trees->nodes, sizeof(Bound), compare_bounds);
    int count = 0, figure = 0;
    for (Py_ssize_t at = 0; at < trees->nodes; at++) {
        while (figure <= bounds[at].figure)
            trees->bounds[figure++] = count;
        if (at == 0 || compare_bounds(&bounds[at - 1], &bounds[at]) != 0)
            trees->bound[count++] = bounds[at].threshold;
        if (count - trees->bounds[figure - 1] > MOST)
            return 0;
    }
    while (figure <= trees->width)
        trees->bounds[figure++] = count;
    return 1;
}

/* How many of some thresholds a figure is above. */
static inline int rank_of(const double *bound, int count, double figure)
{
    int rank = 0;
    for (; count > 1; count -= count / 2)
        rank += figure <= bound[rank + count / 2 - 1] ? 0 : count / 2;
    return rank + (count == 1 && !(figure <= bound[rank]));
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
    int count = trees->bounds[node->figure + 1] - trees->bounds[node->figure], before = *leaves;
    int left = lay(trees, tree, node->next[0], turns, leaves, most);
    if (left < 0)
        return -1;
    *turn = (Turn){node->figure, (signed char)rank_of(bound, count, node->threshold), (signed char)before,
                   (signed char)left};
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
    Bound *bounds = PyMem_Malloc((size_t)(trees->nodes + 1) * sizeof(Bound));
    trees->turn = PyMem_Malloc((size_t)(trees->nodes + 1) * sizeof(Turn));
    trees->value = PyMem_Malloc((size_t)(trees->leaves + 1) * sizeof(double));
    trees->bound = PyMem_Malloc((size_t)(trees->nodes + 1) * sizeof(double));
    trees->bounds = PyMem_Calloc((size_t)trees->width + 2, sizeof(int));
    if (bounds == NULL || trees->turn == NULL || trees->value == NULL || trees->bound == NULL || trees->bounds == NULL)
        PyErr_NoMemory();
    else if (!order_bounds(trees, bounds) || !lay_all(trees))
        lanes_free(trees);
    PyMem_Free(bounds);
    return PyErr_Occurred() ? -1 : 0;
}

/* The ranks of some rows' figures: for each figure those of all rows. */
static void rank_rows(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, signed char *ranks)
{
    for (Py_ssize_t row = 0; row < count; row++)
        for (int figure = 0; figure < trees->width; figure++) {
            int begin = trees->bounds[figure], bounds = trees->bounds[figure + 1] - begin;
            if (bounds > 0)
                ranks[figure * AT_ONCE + row] =
                    (signed char)rank_of(trees->bound + begin, bounds, rows[row * stride + figure]);
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
static void walk_batch(const Trees *trees, const Lanes *ranks, int count, double floor, long step, double *odds)
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
        else if (groups == 2)
            go(turn, end, ranks, 2, places);
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

int lanes_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double floor, long step,
               double *odds)
{
    size_t size = (size_t)(trees->width + 1) * AT_ONCE;
    char *room = PyMem_Malloc(size + sizeof(Lanes)); /* and some to begin where a group of lanes may */
    if (room == NULL)
        return PyErr_NoMemory(), -1;
    signed char *ranks = (signed char *)(room + (sizeof(Lanes) - (uintptr_t)room % sizeof(Lanes)));
    memset(ranks, 0, size);
    memset(odds, 0, (size_t)count * sizeof(double));
    for (Py_ssize_t begin = 0; begin < count; begin += AT_ONCE) {
        Py_ssize_t here = count - begin < AT_ONCE ? count - begin : AT_ONCE;
        rank_rows(trees, rows + begin * stride, stride, here, ranks);
        walk_batch(trees, (const Lanes *)ranks, (int)here, floor, step, odds + begin);
    }
    PyMem_Free(room);
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
