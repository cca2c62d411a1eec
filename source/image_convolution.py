"""The figures of the lesson; their labels are symbols, so that both languages share them."""

import matplotlib.pyplot as plt


# %% name="sliding_window" jupyter={"source_hidden": true}
def draw_grid(ax, values, shaded=(), room=3):
    """Draw a table of numbers, some of its cells shaded, in the middle of a room x room square."""
    rows, columns = len(values), len(values[0])
    ax.set(xlim=((columns - room) / 2, (columns + room) / 2), ylim=((rows + room) / 2, (rows - room) / 2))
    ax.set_aspect("equal")
    ax.axis("off")
    for i, row in enumerate(values):
        for j, value in enumerate(row):
            colour = "lightblue" if (i, j) in shaded else "white"
            ax.add_patch(plt.Rectangle((j, i), 1, 1, facecolor=colour, edgecolor="grey", clip_on=False))
            ax.text(j + 0.5, i + 0.5, value, ha="center", va="center")


image, kernel, output = [[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]], [[19, 25], [37, 43]]
whole = [(0, 0), (0, 1), (1, 0), (1, 1)]
fig, axes = plt.subplots(4, 3, figsize=(6, 8.4))
for row, (i, j) in zip(axes, whole, strict=True):
    draw_grid(row[0], image, [(i + p, j + q) for p, q in whole])
    draw_grid(row[1], kernel, whole)
    draw_grid(row[2], output, [(i, j)])
    terms = [rf"{image[i + p][j + q]}\times{kernel[p][q]}" for p, q in whole]
    row[1].text(1, 3, f"${'+'.join(terms)}={output[i][j]}$", ha="center")
for ax, title in zip(axes[0], ["$X$", "$K$", "$Y$"], strict=True):
    ax.set_title(title)
fig.subplots_adjust(hspace=0.3)
plt.show()

# %% name="places_for_the_kernel"
fig, ax = plt.subplots(figsize=(6, 2.2), layout="constrained")
for place in range(5):
    ax.barh(place, 7, left=0, height=0.7, color="whitesmoke", edgecolor="grey")
    ax.barh(place, 3, left=place, height=0.7, color="lightblue", edgecolor="grey")
ax.set(xticks=range(8), yticks=range(5), xlabel="$n = 7,\\ k = 3$", ylabel="$j$")
ax.invert_yaxis()
ax.grid(axis="x", color="grey", linewidth=0.5)
plt.show()

# %% name="edges_and_response"
panels = [("$X$", [1, 1, 0, 0, 0, 0, 1, 1], "gray", [0, 1]), ("$Y$", [0, 1, 0, 0, 0, -1, 0], "RdBu", [-1, 0, 1])]
fig, axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
for ax, (title, row, colours, ticks) in zip(axes, panels, strict=True):
    picture = ax.imshow([row] * 6, cmap=colours)
    ax.set(title=title, xticks=range(len(row)), yticks=range(6))
    fig.colorbar(picture, ax=ax, ticks=ticks, shrink=0.8)
plt.show()

# %% name="loss_by_epoch"
losses = {
    0.005: [19.92, 15.476, 12.633, 10.652, 9.162, 7.973, 6.985, 6.143, 5.413, 4.776],
    0.02: [19.92, 8.603, 4.853, 2.798, 1.616, 0.933, 0.539, 0.311, 0.18, 0.104],
    0.03: [19.92, 9.403, 4.648, 2.413, 1.315, 0.747, 0.44, 0.266, 0.164, 0.102],
    0.04: [19.92, 14.51, 21.806, 40.947, 79.77, 156.218, 306.153, 600.05, 1176.095, 2305.145],
}
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for rate, values in losses.items():
    ax.plot(range(1, 11), values, marker="o", label=f"$\\eta = {rate}$")
ax.set(yscale="log", xlabel="epoch", ylabel="loss", xticks=range(1, 11))
ax.legend()
plt.show()

# %% name="growing_receptive_field" jupyter={"source_hidden": true}
widths, seen = [9, 7, 5, 3], [7, 5, 3, 1]
fig, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
for layer, (width, field) in enumerate(zip(widths, seen, strict=True)):
    places = [place - width // 2 for place in range(width)]
    for place in places:
        inside = abs(place) <= field // 2
        ax.scatter(place, layer, s=260, color="tab:blue" if inside else "lightgrey", zorder=2)
        for below in (place - 1, place, place + 1) if inside and layer else ():
            ax.plot([below, place], [layer - 1, layer], color="tab:blue", zorder=1)
ax.set(xticks=[], yticks=range(4), yticklabels=["$X$", "$H_1$", "$H_2$", "$H_3$"], ylim=(-0.5, 3.5))
ax.spines[:].set_visible(False)
plt.show()

# %% name="field_of_two_layers"
fig, axes = plt.subplots(1, 3, figsize=(7, 2.8), layout="constrained")
draw_grid(axes[0], image, [(i, j) for i in range(3) for j in range(3)])
draw_grid(axes[1], output, whole)
draw_grid(axes[2], [["$z$"]], [(0, 0)])
for ax, title in zip(axes, ["$X$", "$Y$", "$z$"], strict=True):
    ax.set_title(title)
plt.show()
