/* The walk of many rows through trees, for registers of WIDTH bytes; lanes.c takes it in for each width that it has. */

#define Lanes NAMED(Lanes)
#define Figures NAMED(Figures)
#define Marks NAMED(Marks)
#define compare_rows NAMED(compare_rows)
#define rank_column NAMED(rank_column)
#define rank_rows NAMED(rank_rows)
#define go NAMED(go)
#define walk_batch NAMED(walk_batch)
#define walk_all NAMED(walk_all)
#define GROUP WIDTH /* rows whose ranks fill a register */
#define GROUPS (AT_ONCE / GROUP)
#define FEW (4 * WIDTH / 8) /* rows whose figures fit the registers, with their ranks */

typedef signed char Lanes __attribute__((vector_size(WIDTH)));
typedef double Figures __attribute__((vector_size(WIDTH)));
typedef int64_t Marks __attribute__((vector_size(WIDTH))); /* -1 where a comparison holds */

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
        Figures figures[4];
        memcpy(figures, figure + few, sizeof(figures));
        Marks within[4];
        for (int some = 0; some < 4; some++)
            within[some] = (Marks){0};
        for (const double *each = bound; each < end; each++) {
            const Figures limit = *each - (Figures){0.0};
            for (int some = 0; some < 4; some++)
                within[some] += (Marks)(figures[some] <= limit);
        }
        for (int row = 0; row < FEW; row++)
            ranks[few + row] = (signed char)(end - bound + within[row / (FEW / 4)][row % (FEW / 4)]);
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
                                                             double *odds)
{
    Lanes places[GROUPS];
    double parts[AT_ONCE] = {0.0};
    char closed[AT_ONCE] = {0};
    int open = count, groups = (count + GROUP - 1) / GROUP;
    long left = trees->step;
    const Gate *gate = trees->gate;
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
        left = trees->step;
        for (int row = 0; row < count; row++) {
            odds[row] += closed[row] ? 0.0 : parts[row];
            parts[row] = 0.0;
            if (!closed[row] && leaves_at(gate, &odds[row])) {
                closed[row] = 1;
                open--;
            }
        }
        gate++;
    }
    for (int row = 0; row < count; row++)
        odds[row] += closed[row] ? 0.0 : parts[row];
}

/* All rows through all trees; `memory` has room for the ranks of a batch and for where its rows differ. */
TARGET static void walk_all(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count,
                            double *odds, char *memory)
{
    signed char *ranks = (signed char *)memory;
    uint64_t *differ = (uint64_t *)(memory + ((size_t)trees->width + 1) * AT_ONCE);
    for (Py_ssize_t begin = 0; begin < count; begin += AT_ONCE) {
        Py_ssize_t here = count - begin < AT_ONCE ? count - begin : AT_ONCE;
        rank_rows(trees, rows + begin * stride, stride, here, differ, ranks);
        walk_batch(trees, (const Lanes *)ranks, (int)here, odds + begin);
    }
}

#undef Lanes
#undef Figures
#undef Marks
#undef compare_rows
#undef rank_column
#undef rank_rows
#undef go
#undef walk_batch
#undef walk_all
#undef GROUP
#undef GROUPS
#undef FEW
#undef WIDTH
#undef NAMED
#undef TARGET
