/* What the second pass sees: the twin of cleaner/scoring/neighbourhood.py. */

#include <math.h>

#include "judge.h"

#define SURE 0.8
#define FAR 50 /* blocks */
#define LONG 1000 /* characters: a longer block counts as one of so many */
#define WINDOW 15 /* blocks to either side */
#define LEVELS 4
#define LARGEST 3 /* blocks */

static const int NEAR[] = {-3, -2, -1, 1, 2, 3};
enum { NEAR_COUNT = sizeof(NEAR) / sizeof(NEAR[0]), REGION_SCORES = 3, SIDES = 4 };

const int SECOND_WIDTH =
    1 + NEAR_COUNT + 2 + LEVELS * REGION_SCORES + 2 + SHAPE_SCORES + PAGE_SCORES + SIDES + 1 + BEST_FACTS;

/* A sum as Python's `sum` makes it of floats: from 3.12 on it makes up for what rounding loses. */
typedef struct {
    double total, lost;
} Sum;

static inline void sum_add(Sum *sum, double value)
{
#if PY_VERSION_HEX >= 0x030c0000
    double next = sum->total + value;
    if (fabs(sum->total) >= fabs(value))
        sum->lost += (sum->total - next) + value;
    else
        sum->lost += (value - next) + sum->total;
    sum->total = next;
#else
    sum->total += value;
#endif
}

static inline double sum_of(Sum sum)
{
    return sum.lost != 0.0 && isfinite(sum.lost) ? sum.total + sum.lost : sum.total;
}

static inline double or_one(double value) { return value != 0.0 ? value : 1.0; }

static double chars_of(const Look *look, Py_ssize_t at)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(look->page.block[at].text);
    return (double)(length < LONG ? length : LONG);
}

/* Running sums of sizes, masses (a score by its block's size) and scores. */
static int add_up(const Look *look, Second *second)
{
    Py_ssize_t blocks = look->page.blocks;
    double **sums[] = {&second->size, &second->mass, &second->plain};
    for (int at = 0; at < 3; at++)
        if ((*sums[at] = PyMem_Calloc((size_t)blocks + 1, sizeof(double))) == NULL)
            return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < blocks; at++) {
        double score = second->score[at], chars = chars_of(look, at);
        second->size[at + 1] = second->size[at] + chars;
        second->mass[at + 1] = second->mass[at] + score * chars;
        second->plain[at + 1] = second->plain[at] + score;
    }
    second->all_mass = or_one(second->mass[blocks]);
    return 0;
}

/* How many blocks back and ahead the nearest sure one stands; FAR at most. */
static int measure_distances(const Look *look, Second *second)
{
    Py_ssize_t blocks = look->page.blocks;
    second->before = PyMem_Malloc((size_t)blocks);
    second->after = PyMem_Malloc((size_t)blocks);
    if (second->before == NULL || second->after == NULL)
        return PyErr_NoMemory(), -1;
    unsigned char far = FAR;
    for (Py_ssize_t at = 0; at < blocks; at++) {
        second->before[at] = far;
        far = second->score[at] > SURE ? 1 : far < FAR ? far + 1 : FAR;
    }
    far = FAR;
    for (Py_ssize_t at = blocks; at-- > 0;) {
        second->after[at] = far;
        far = second->score[at] > SURE ? 1 : far < FAR ? far + 1 : FAR;
    }
    return 0;
}

/* Puts a value among the largest, which stand in order, the smallest first. */
static void keep_largest(double *largest, int *count, double value)
{
    if (*count == LARGEST) {
        if (value <= largest[0])
            return;
        memmove(largest, largest + 1, (LARGEST - 1) * sizeof(double));
        --*count;
    }
    int at = (*count)++;
    for (; at > 0 && largest[at - 1] > value; at--)
        largest[at] = largest[at - 1];
    largest[at] = value;
}

/* How much looks like article, and surely does, outside comments and in all; the largest blocks' part in it. */
static void look_at_page(const Look *look, Second *second)
{
    Py_ssize_t blocks = look->page.blocks;
    int in_comments = look->judge->comments, count = 0, likely = 0;
    Sum everything = {0.0, 0.0}, commented = everything, outside = everything, sure = everything, most = everything;
    double largest[LARGEST];
    for (Py_ssize_t at = 0; at < blocks; at++) {
        double score = second->score[at], chars = chars_of(look, at), mass = score * chars;
        int comment = look->context[look->page.block[at].element].flags & in_comments;
        sum_add(&everything, mass);
        if (comment)
            sum_add(&commented, mass);
        if (score > SURE) {
            sum_add(&sure, chars);
            if (!comment)
                sum_add(&outside, chars);
        }
        likely += score > 0.5;
        keep_largest(largest, &count, mass);
    }
    for (int at = 0; at < count; at++)
        sum_add(&most, largest[at]);
    double all = sum_of(everything), mass = second->mass[blocks];
    second->page[0] = log(1.0 + mass);
    second->page[1] = mass / or_one(second->size[blocks]);
    second->page[2] = log(1.0 + all - sum_of(commented));
    second->page[3] = sum_of(commented) / or_one(all);
    second->page[4] = log(1.0 + sum_of(outside));
    second->page[5] = log(1.0 + sum_of(sure));
    second->page[6] = sum_of(most) / or_one(all);
    second->page[7] = likely;
}

/* The container with the most score above one half, what is article in it less what is not; of equals the inner. */
static void find_best(const Look *look, Second *second)
{
    double most = -INFINITY;
    const double *mass = second->mass, *size = second->size;
    for (Py_ssize_t at = 0; at < look->page.elements; at++) {
        int first = look->page.element[at].first, last = look->page.element[at].last;
        double gain = 2.0 * (mass[last] - mass[first]) - (size[last] - size[first]);
        if (first < last && gain >= most) {
            second->best = (int)at;
            most = gain;
        }
    }
    const PageElement *best = &look->page.element[second->best];
    double here = mass[best->last] - mass[best->first], chars = size[best->last] - size[best->first];
    second->best_facts[0] = here / second->all_mass;
    second->best_facts[1] = here / or_one(chars);
    second->best_facts[2] = chars / or_one(size[look->page.blocks]);
    second->best_facts[3] = best->depth;
}

/* For every make of block, its mean score by size and its share of the page's score mass. */
static int score_makes(const Look *look, Second *second)
{
    double(*shaped)[SHAPE_SCORES] = PyMem_Calloc((size_t)look->shapes + 1, sizeof(*shaped));
    second->shaped = shaped;
    if (shaped == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < look->page.blocks; at++) {
        double chars = chars_of(look, at);
        shaped[look->shape[at]][0] += chars;
        shaped[look->shape[at]][1] += chars * second->score[at];
    }
    for (int at = 0; at < look->shapes; at++) {
        double chars = shaped[at][0], mass = shaped[at][1];
        shaped[at][0] = mass / or_one(chars);
        shaped[at][1] = mass / second->all_mass;
    }
    return 0;
}

int second_look(const Look *look, const double *scores, Second *second)
{
    memset(second, 0, sizeof(*second));
    second->score = scores;
    if (add_up(look, second) < 0 || measure_distances(look, second) < 0 || score_makes(look, second) < 0)
        return -1;
    look_at_page(look, second);
    find_best(look, second);
    return 0;
}

/* A container's mean score by size, its share of the page's score mass, its mean score by block. */
static void score_region(const Look *look, const Second *second, int at, double *row)
{
    int first = look->page.element[at].first, last = look->page.element[at].last;
    double here = second->mass[last] - second->mass[first];
    row[0] = here / or_one(second->size[last] - second->size[first]);
    row[1] = here / second->all_mass;
    row[2] = (second->plain[last] - second->plain[first]) / (double)(last - first ? last - first : 1);
}

/* A block's score, those of its neighbours (-1 beyond the page), and the mean before and after it. */
static double *scores_around(const Look *look, const Second *second, Py_ssize_t at, double *row)
{
    const double *mass = second->mass, *size = second->size;
    Py_ssize_t blocks = look->page.blocks, low = at > WINDOW ? at - WINDOW : 0;
    Py_ssize_t high = at + 1 + WINDOW < blocks ? at + 1 + WINDOW : blocks;
    *row++ = second->score[at];
    for (int each = 0; each < NEAR_COUNT; each++) {
        Py_ssize_t other = at + NEAR[each];
        *row++ = other >= 0 && other < blocks ? second->score[other] : -1.0;
    }
    *row++ = (mass[at] - mass[low]) / or_one(size[at] - size[low]);
    *row++ = (mass[high] - mass[at + 1]) / or_one(size[high] - size[at + 1]);
    return row;
}

void second_row(const Look *look, const Second *second, Py_ssize_t at, double *row)
{
    const PageElement *best = &look->page.element[second->best];
    int element = look->page.block[at].element, landmark = look->context[element].landmark;
    row = scores_around(look, second, at, row);
    for (int level = 0; level < LEVELS; level++, row += REGION_SCORES) {
        score_region(look, second, element, row);
        element = look->page.element[element].parent < 0 ? element : look->page.element[element].parent;
    }
    score_region(look, second, landmark, row); /* its mean by block is written over */
    row += 2;
    memcpy(row, second->shaped[look->shape[at]], SHAPE_SCORES * sizeof(double));
    row += SHAPE_SCORES;
    memcpy(row, second->page, PAGE_SCORES * sizeof(double));
    row += PAGE_SCORES;
    *row++ = second->mass[at] / second->all_mass;
    *row++ = (second->mass[look->page.blocks] - second->mass[at + 1]) / second->all_mass;
    *row++ = second->before[at];
    *row++ = second->after[at];
    *row++ = best->first <= at && at < best->last;
    memcpy(row, second->best_facts, BEST_FACTS * sizeof(double));
}

void second_free(Second *second)
{
    PyMem_Free(second->size);
    PyMem_Free(second->mass);
    PyMem_Free(second->plain);
    PyMem_Free(second->before);
    PyMem_Free(second->after);
    PyMem_Free(second->shaped);
}
