"""The code cells of the lesson."""

# %% name="sorted_hand"
hand = []
for card in (7, 3, 9):
    hand.append(card)
hand

# %% name="split"
"A rose is a rose".lower().split()

# %% name="product"
A = np.array([[1, 1], [1, 0]])
A @ A
