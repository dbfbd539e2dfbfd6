FROM python:3.11-slim

# Hugging Face Spaces runs containers as this user
RUN useradd --create-home --uid 1000 walker \
    && install --directory --owner walker /home/walker/worldgen
WORKDIR /home/walker/worldgen

COPY --chown=walker requirements.txt .
RUN pip install --no-cache-dir --extra-index-url https://download.pytorch.org/whl/cpu \
    -r requirements.txt

COPY --chown=walker . .
USER walker
EXPOSE 7860
CMD ["python", "-m", "worldgen", "play", "--host", "0.0.0.0", "--port", "7860"]
